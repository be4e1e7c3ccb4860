"""Statements that reach PostgreSQL for a request, counted in the server's own log.

So also those count that Django does not list, such as the check of a connection's health.
"""

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from .calls import Request
from .web import get

REPEATS = 10
STATEMENT = re.compile(r"LOG:  (?:statement|execute [^:]*): (?!/\* bench \*/)")
SETTLE_SECONDS = 0.3
WRITTEN_SECONDS = 0.02


@contextmanager
def statement_log(connection: psycopg.Connection) -> Iterator[None]:
    _configure(connection, "all")
    try:
        yield
    finally:
        _configure(connection, "none")


def _configure(connection: psycopg.Connection, value: str) -> None:
    connection.execute(f"/* bench */ ALTER SYSTEM SET log_statement = '{value}'")
    connection.execute("/* bench */ SELECT pg_reload_conf()")
    time.sleep(SETTLE_SECONDS)


@dataclass(frozen=True)
class Queries:
    """Statements a request, on average. `cold`: before each, the head of the log moved."""

    call: str
    subject: str
    cold: float
    warm: float


def measure(connection: psycopg.Connection, log: Path, request: Request) -> Queries:
    for _ in range(REPEATS):  # every worker has connected by then
        get(request.url, request.headers)
    cold = warm = 0
    for _ in range(REPEATS):
        warm += during(log, request.url, request.headers)
    for _ in range(REPEATS):
        move_head(connection)
        cold += during(log, request.url, request.headers)
    return Queries(request.call, request.subject, cold / REPEATS, warm / REPEATS)


def during(log: Path, url: str, headers: Mapping[str, str] | None = None) -> int:
    """Statements of one request."""
    before = log.stat().st_size
    get(url, headers)
    time.sleep(WRITTEN_SECONDS)
    with log.open("rb") as lines:
        lines.seek(before)
        return len(STATEMENT.findall(lines.read().decode(errors="replace")))


def move_head(connection: psycopg.Connection) -> None:
    connection.execute("/* bench */ UPDATE delivery_head SET revision = revision + 1")
