"""The text of files that public pages show, for search."""
