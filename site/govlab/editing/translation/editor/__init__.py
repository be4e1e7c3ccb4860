"""Side-by-side editing of translations, on wagtail-localize's models (ADR 22)."""
