"""Puts together what was read of a file before a limit, damage or the end."""

from collections.abc import Iterator
from typing import NamedTuple

from .errors import NoTextFormatError, OutOfTimeError, UnreadableError

# Of a text; a book has a million.
MOST_CHARACTERS = 300_000


class ReadText(NamedTuple):
    text: str
    # Why it is not all of the text; empty if it is.
    reason: str = ""


def put_together(parts: Iterator[str]) -> ReadText:
    """Raises UnreadableError if nothing was read before, and NoTextFormatError."""
    found: list[str] = []
    reason = ""
    try:
        left = MOST_CHARACTERS
        for part in parts:
            found.append(part)
            left -= len(part)
            if left < 0:
                break
    except (OutOfTimeError, MemoryError):
        reason = "too_large"
    except UnreadableError as error:
        reason = error.reason
    except NoTextFormatError:
        raise
    except Exception:  # Libraries raise anything when files are broken.
        reason = "broken"
    text = "".join(found)[:MOST_CHARACTERS]
    if reason and not text.strip():
        raise UnreadableError(reason)
    return ReadText(text, reason)
