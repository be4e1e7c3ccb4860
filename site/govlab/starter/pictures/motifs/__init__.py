"""One file per motif; each picks one of its compositions by lot."""
