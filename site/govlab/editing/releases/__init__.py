"""Releases: drafts in both languages that are approved and published together."""
