"""Numbers that somebody typed into an address."""

# A database's ids have 64 bits.
MOST_DIGITS = 18


def whole_number(text: str) -> int | None:
    """None where it is no number, or one that no database has: what is checked is what is used."""
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return int(text)
    return None
