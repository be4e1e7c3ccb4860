"""A private PostgreSQL that may crash, with a database that begins again with each history."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from tools import postgres, processes

NAME, AT_FIRST = "faults", "faults_at_first"


class Cluster:
    def __init__(self, server: postgres.Cluster) -> None:
        self._server = server

    @property
    def url(self) -> str:
        return self._server.url.rpartition("/")[0] + f"/{NAME}"

    def create(self) -> None:
        self._execute("CREATE DATABASE {}", NAME)

    def restore(self, dump: Path) -> None:
        program = self._server.binaries / "pg_restore"
        options = ["--no-owner", "--exit-on-error", f"--dbname={self.url}"]
        processes.require([program, *options, dump], f"{dump} could not be restored.")

    def keep_as_first(self) -> None:
        """Expects that nobody is connected any more."""
        self._execute("ALTER DATABASE {} RENAME TO {}", NAME, AT_FIRST)

    def begin_again(self) -> None:
        self._execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", NAME)
        self._execute("CREATE DATABASE {} TEMPLATE {}", NAME, AT_FIRST)
        # Without it a crash would set copied sequences back: PostgreSQL logs their next value only
        # where their page is older than the last checkpoint.
        self._execute("CHECKPOINT")

    def crash(self) -> None:
        self._server.stop()

    def recover(self) -> None:
        self._server.start()

    def _execute(self, statement: str, *names: str) -> None:
        with psycopg.connect(self._server.url, autocommit=True) as connection:
            identifiers = [sql.Identifier(name) for name in names]
            connection.execute(sql.SQL(statement).format(*identifiers))


@contextmanager
def cluster(binaries: Path) -> Iterator[Cluster]:
    with postgres.private_cluster(binaries, postgres.CRASH_SAFE) as server:
        yield Cluster(server)
