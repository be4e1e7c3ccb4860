"""Reviews: pages that somebody should look at, since they may not be true any more."""
