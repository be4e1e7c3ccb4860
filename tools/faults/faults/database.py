"""A database that crashes, drops connections, or is locked by somebody else."""

import random
from collections.abc import Callable

from psycopg import sql

from ..installation import Installation
from ..registry import fault

OTHERS = "datname = current_database() AND pid <> pg_backend_pid()"


@fault
def crash_the_database(installation: Installation, chance: random.Random) -> Callable[[], None]:
    installation.cluster.crash()
    installation.cluster.recover()
    return lambda: None


@fault
def drop_all_connections(installation: Installation, chance: random.Random) -> Callable[[], None]:
    with installation.connect() as connection:
        connection.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {OTHERS}")  # noqa: S608
    return lambda: None


@fault
def cancel_what_runs(installation: Installation, chance: random.Random) -> Callable[[], None]:
    """As a time-out of statements does."""
    with installation.connect() as connection:
        connection.execute(f"SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE {OTHERS}")  # noqa: S608
    return lambda: None


def _locked(installation: Installation, statement: str) -> Callable[[], None]:
    connection = installation.connect()
    connection.autocommit = False
    connection.execute(statement)

    def end() -> None:
        # A crash in between has ended it already.
        connection.close()

    return end


@fault
def hold_the_head(installation: Installation, chance: random.Random) -> Callable[[], None]:
    return _locked(installation, "SELECT * FROM delivery_head FOR UPDATE")


@fault
def hold_a_page(installation: Installation, chance: random.Random) -> Callable[[], None]:
    with installation.connect() as connection:
        rows = connection.execute(
            sql.SQL("SELECT id FROM wagtailcore_page WHERE depth > 1 ORDER BY id")
        ).fetchall()
    page = int(str(chance.choice(rows)[0]))
    return _locked(installation, f"SELECT * FROM wagtailcore_page WHERE id = {page} FOR UPDATE")  # noqa: S608


@fault
def hold_revisions(installation: Installation, chance: random.Random) -> Callable[[], None]:
    return _locked(
        installation,
        "SELECT * FROM wagtailcore_revision WHERE approved_go_live_at IS NOT NULL FOR UPDATE",
    )
