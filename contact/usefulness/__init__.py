"""Was this page useful? Counted by page and day, without anything about who said so."""
