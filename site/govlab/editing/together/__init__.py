"""Actions on a page that reach its translations too: the rules, below the views."""
