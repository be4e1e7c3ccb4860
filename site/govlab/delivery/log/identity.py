"""The identity of the log, which changes when the database is restored from a backup.

A restored log assigns sequence numbers again that clients have already seen with other content. A
log therefore has an epoch, which is part of every cursor, ETag and cache key; a client with a
cursor of another epoch has to copy everything again. After a restore, run `manage.py
begin_new_log`. The worker and the API also do so themselves if they detect a restore:

- the database is not the one that the epoch was created in, or it was recovered to an earlier
  point in time (see `database_identity`);
- the log ends before a sequence that a process or the shared cache has seen in its epoch.
"""

import logging
from pathlib import Path

from django.core.cache import cache
from django.db import DatabaseError, connection, transaction

from ..models import Head
from ..models.head import LogState, new_epoch

logger = logging.getLogger(__name__)

# Also true for a copy of the table made by `pg_restore --clean`, which gives it a new OID, and for
# a recovery to a point in time, which starts a new timeline.
_POSTGRESQL = """
SELECT concat_ws('-', system_identifier, timeline_id, database.oid, 'delivery_head'::regclass::oid)
FROM pg_control_system(), pg_control_checkpoint(), pg_database AS database
WHERE database.datname = current_database()
"""


def begin_new_log(reason: str) -> Head:
    """Give the log a new epoch; documents and sequence numbers do not change."""
    with transaction.atomic():
        head = Head.lock()
        head.epoch, head.database = new_epoch(), database_identity()
        head.revision += 1
        head.save()
    _remember(head.epoch, head.sequence)
    logger.warning("A new log begins: %s. Portals have to copy /export again.", reason)
    return head


def ensure_identity() -> None:
    """Begin a new log if this one was restored. Called at startup and periodically."""
    head = Head.objects.filter(pk=Head.SINGLETON).first()
    if head is None:
        return
    identity = database_identity()
    if not head.database:
        Head.objects.filter(pk=Head.SINGLETON, database="").update(database=identity)
    elif identity and head.database != identity:
        begin_new_log("its database is not the one that it was written to")
        return
    if head.sequence < _seen(head.epoch):
        begin_new_log("it ends before a sequence that was seen in it")
        return
    _remember(head.epoch, head.sequence)


class Watch:
    """Detects in one process that the log went back."""

    def __init__(self) -> None:
        self._last: LogState | None = None

    def check(self, state: LogState) -> LogState:
        """Return the state to use, which is a new one if the log had gone back.

        The state must have been read outside a transaction, which could be rolled back.
        """
        last = self._last
        if last is None:
            ensure_identity()
            state = Head.current()
        elif _is_before(state, last):
            # Threads may arrive in another order than they read the state, so read it again.
            state = Head.current()
            if _is_before(state, last):
                begin_new_log("it went back while it was being read")
                state = Head.current()
        self._last = state
        return state


def database_identity() -> str:
    """Return a value that differs for a restored database; empty if it cannot be determined."""
    if connection.vendor == "postgresql":
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(_POSTGRESQL)
                return str(cursor.fetchone()[0])
        except DatabaseError:
            # Some hosting services deny access to these functions.
            return ""
    file = Path(str(connection.settings_dict["NAME"]))
    if not file.is_file():
        return ""
    found = file.stat()
    return f"{found.st_dev}-{found.st_ino}"


def _is_before(state: LogState, last: LogState) -> bool:
    return state.epoch == last.epoch and state[1:3] < last[1:3]


def _key(epoch: str) -> str:
    return f"delivery-log-{epoch}"


def _seen(epoch: str) -> int:
    """Return the highest sequence that any process with this cache has seen."""
    try:
        return int(cache.get(_key(epoch), 0))
    except Exception:
        logger.exception("The cache does not respond; whether the log went back is not known.")
        return 0


def _remember(epoch: str, sequence: int) -> None:
    try:
        cache.set(_key(epoch), sequence, timeout=None)
    except Exception:
        logger.exception("The cache does not respond; the end of the log is not remembered.")
