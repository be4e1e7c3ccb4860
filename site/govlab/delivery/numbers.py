"""Parses numbers from URLs."""

# A database's ids have 64 bits.
MOST_DIGITS = 18


def whole_number(text: str) -> int | None:
    """Return the number, or None if the text is not one or exceeds a BIGINT."""
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return int(text)
    return None
