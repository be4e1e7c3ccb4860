"""An inter-process lock that is released when its process ends, however it ends.

On PostgreSQL it is a session-level advisory lock (so a connection pooler must use session pooling),
on SQLite a file lock. It needs no open transaction.
"""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.db import connection


@contextmanager
def exclusive(name: str, *, wait: bool = False) -> Iterator[bool]:
    """Yield whether the lock was acquired; with `wait`, block until it is. Not reentrant."""
    held = _postgresql if connection.vendor == "postgresql" else _file
    with held(f"govlab {name}", wait) as ours:
        yield ours


@contextmanager
def _postgresql(name: str, wait: bool) -> Iterator[bool]:
    key = int.from_bytes(sha256(name.encode()).digest()[:8], signed=True)
    with connection.cursor() as cursor:
        if wait:
            cursor.execute("SELECT pg_advisory_lock(%s)", [key])
            ours = True
        else:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
            ours = bool(cursor.fetchone()[0])
    try:
        yield ours
    finally:
        # A lost session has already released its locks.
        if ours and connection.connection and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [key])


@contextmanager
def _file(name: str, wait: bool) -> Iterator[bool]:
    database = str(connection.settings_dict["NAME"])
    # In-memory databases of other processes have the same name, but are separate.
    if connection.is_in_memory_db():  # type: ignore[attr-defined]
        database += f" {os.getpid()}"
    digest = sha256(f"{database} {name}".encode()).hexdigest()[:32]
    path = Path(tempfile.gettempdir()) / f"govlab-{digest}.lock"
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True


def wait_at_most(seconds: float) -> None:
    """Set the lock timeout of the running transaction; exceeding it raises OperationalError.

    SQLite takes its only lock when the transaction begins, with a timeout of its own.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{seconds * 1000:.0f}"])
