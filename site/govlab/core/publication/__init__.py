"""The publication gate: what a page must be to become public, and what is wrong where it is not."""
