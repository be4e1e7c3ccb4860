"""Wagtail's dialogues with the questions of `together.forms`."""
