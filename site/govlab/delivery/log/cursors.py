"""Cursors of the change feed: `<epoch>-<sequence>`, opaque to clients."""

import re
from dataclasses import dataclass

from ..models.head import LogState

LONGEST = 32
_FORM = re.compile(r"([0-9a-f]{12})-(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"[0-9]{1,18}")


class NoCursorError(ValueError):
    """The text is not a cursor."""


class OtherLogError(ValueError):
    """The cursor belongs to another log."""


@dataclass(frozen=True)
class LogCursor:
    epoch: str
    sequence: int

    def __str__(self) -> str:
        return f"{self.epoch}-{self.sequence}"


def read_cursor(text: str, state: LogState) -> LogCursor:
    """Parse a cursor; an empty text and 0 mean the beginning of this log.

    Raises NoCursorError for other texts, and OtherLogError for a cursor of another log, a cursor
    beyond the end of this one, and a bare sequence number, whose log is unknown.
    """
    if _NUMBER.fullmatch(text or "0"):
        if int(text or 0):
            raise OtherLogError
        return LogCursor(state.epoch, 0)
    found = _FORM.fullmatch(text)
    if not found:
        raise NoCursorError
    cursor = LogCursor(found[1], int(found[2]))
    if cursor.epoch != state.epoch or cursor.sequence > state.sequence:
        raise OtherLogError
    return cursor
