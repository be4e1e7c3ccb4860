"""Atom and JSON feeds of what was published, beside the list or the front page that they follow."""
