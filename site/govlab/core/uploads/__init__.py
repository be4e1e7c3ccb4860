"""Uploaded files: storage, validation and access."""
