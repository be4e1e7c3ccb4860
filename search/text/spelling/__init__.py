"""Spelling of Latvian and English by the hunspell dictionaries that search is built on."""
