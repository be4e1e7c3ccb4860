"""A lock that one process at a time holds, and that ends with it however it ends.

On PostgreSQL it belongs to the database session (so a pooler must keep sessions apart), on SQLite,
which other machines cannot use either, to an open file. No transaction stays open meanwhile.
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
    """Yields whether the lock is ours; with `wait` it will be. Not reentrant."""
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
        # A session that was lost has lost its locks too.
        if ours and connection.connection and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [key])


@contextmanager
def _file(name: str, wait: bool) -> Iterator[bool]:
    database = str(connection.settings_dict["NAME"])
    # Other processes have databases in memory of the same name, and never this one.
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
    """For each lock that the running transaction asks for; more raises OperationalError.

    SQLite takes its one lock when the transaction begins, and has a time-out of its own for it.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{seconds * 1000:.0f}"])
