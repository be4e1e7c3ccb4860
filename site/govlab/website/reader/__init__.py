"""Serves public pages from the log: path → document → the template of its type."""
