"""Drafts by a translation machine, which people check before they count as theirs (ADR 23)."""
