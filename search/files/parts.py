"""Puts together what was read of a file before a limit, damage or the end."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from .errors import NoTextFormatError, OutOfTimeError, UnreadableError

# Of a text; a book has a million.
MOST_CHARACTERS = 300_000


class ReadText(NamedTuple):
    text: str
    # Why it is not all of the text; empty if it is.
    reason: str = ""


def forget(part: str) -> None:
    pass


def put_together(parts: Iterator[str], keep: Callable[[str], None] = forget) -> ReadText:
    """Raises UnreadableError if nothing was read before, and NoTextFormatError. `keep` is called
    with each part of the text at once, so that it outlives a crash."""
    found: list[str] = []
    reason = ""
    left = MOST_CHARACTERS
    try:
        for part in filter(None, parts):
            found.append(part[:left])
            keep(found[-1])
            left -= len(part)
            if left < 0:
                reason = "too_long"
                break
    except (OutOfTimeError, MemoryError):
        reason = "too_large"
    except UnreadableError as error:
        reason = error.reason
    except NoTextFormatError:
        raise
    except Exception:  # Libraries raise anything when files are broken.
        reason = "broken"
    text = "".join(found)
    if reason and not text.strip():
        raise UnreadableError(reason)
    return ReadText(text, reason)
