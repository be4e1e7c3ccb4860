"""A place in the log, as readers hold it: `<epoch>-<sequence>`.

Readers keep it and hand it back; whether it is in this log is decided here.
"""

import re
from dataclasses import dataclass

from ..models.head import LogState

LONGEST = 32
_FORM = re.compile(r"([0-9a-f]{12})-(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"[0-9]{1,18}")


class NoCursorError(ValueError):
    """The text is no cursor of any log."""


class OtherLogError(ValueError):
    """The cursor is of a log that is not this one."""


@dataclass(frozen=True)
class LogCursor:
    epoch: str
    sequence: int

    def __str__(self) -> str:
        return f"{self.epoch}-{self.sequence}"


def read_cursor(text: str, state: LogState) -> LogCursor:
    """Empty text and 0 are the beginning of this log.

    Raises NoCursorError, or OtherLogError for a cursor of another log, for one beyond this log's
    end, and for a bare sequence, which cannot say of which log it is.
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
