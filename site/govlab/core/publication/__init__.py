"""The publication gate: validation of pages before they become public."""
