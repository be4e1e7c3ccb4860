"""What errors of the database mean for a request: that it may succeed when it is sent again."""

import re

from django.db import DatabaseError, InterfaceError, OperationalError

# PostgreSQL: serialization failure, deadlock, lock not available.
_BUSY_STATES = frozenset({"40001", "40P01", "55P03"})
_BUSY_SQLITE = re.compile(r"database (table )?is locked")
# PostgreSQL: connection exceptions, insufficient resources, shutdown and start.
_AWAY_STATES = ("08", "53", "57P0")
# SQLite: the file cannot be opened, read or written.
_AWAY_SQLITE = ("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_FULL", "SQLITE_NOTADB")
# How soon to try again, in seconds.
RETRY_AFTER = 10


def is_busy(error: OperationalError) -> bool:
    """Whether a lock is the reason, so that the same request may succeed a moment later."""
    state = getattr(error.__cause__, "sqlstate", None)
    return state in _BUSY_STATES or bool(_BUSY_SQLITE.search(str(error)))


def is_away(error: BaseException | None) -> bool:
    """Whether the database cannot be reached or used at all, as while it restarts."""
    if not isinstance(error, DatabaseError | InterfaceError):
        return False
    if isinstance(error, InterfaceError):
        return True
    cause = error.__cause__
    if name := getattr(cause, "sqlite_errorname", ""):
        return str(name).startswith(_AWAY_SQLITE)
    state = getattr(cause, "sqlstate", None)
    if state:
        return str(state).startswith(_AWAY_STATES)
    # psycopg has no state where no server answered.
    return isinstance(error, OperationalError) and type(cause).__module__.startswith("psycopg")


def is_temporary(error: BaseException | None) -> bool:
    return is_away(error) or (isinstance(error, OperationalError) and is_busy(error))
