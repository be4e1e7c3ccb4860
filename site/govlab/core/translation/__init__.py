"""Translations: their state, drafts, reviews, and texts that need no translation."""
