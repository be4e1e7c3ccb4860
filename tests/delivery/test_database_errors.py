"""Which errors mean that the database is away, and what a request gets then."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, ProgrammingError

from govlab.delivery.database_errors import is_away, is_temporary
from tools import postgres

ROOT = Path(__file__).parents[2]
# Prints the response to each path that it reads.
SITE = """
import json, logging, os, sys
import django
django.setup()
logging.disable()
from django.test import Client
client = Client(raise_request_exception=False)
for line in sys.stdin:
    response = client.get(line.strip())
    text = response.content.decode()
    print(json.dumps([response.status_code, dict(response.headers), text]), flush=True)
"""
PATHS = ["/", "/lv/", "/en/search/", "/lv/jaunumi/feed.atom", "/sitemap.xml", "/lv/nav-tadas/"]


def caused(error: DatabaseError | InterfaceError, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def sqlite(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("failed")
    error.sqlite_errorname = name
    return error


def postgresql(state: str | None) -> psycopg.Error:
    error = psycopg.OperationalError("failed")
    error.sqlstate = state
    return error


@pytest.mark.parametrize(
    ("error", "away"),
    [
        (caused(OperationalError("x"), postgresql(None)), True),
        (caused(OperationalError("x"), postgresql("57P01")), True),
        (caused(OperationalError("x"), postgresql("08006")), True),
        (caused(OperationalError("x"), postgresql("53300")), True),
        (caused(OperationalError("x"), postgresql("57014")), False),
        (caused(OperationalError("x"), sqlite("SQLITE_CANTOPEN")), True),
        (caused(OperationalError("x"), sqlite("SQLITE_IOERR_READ")), True),
        (caused(OperationalError("x"), sqlite("SQLITE_ERROR")), False),
        (caused(ProgrammingError("x"), postgresql("42P01")), False),
        (InterfaceError("connection already closed"), True),
        (RuntimeError("x"), False),
        (None, False),
    ],
)
def test_what_counts_as_away(error: Exception | None, away: bool) -> None:
    assert is_away(error) is away


def test_a_lock_is_temporary() -> None:
    error = OperationalError("database is locked")
    error.__cause__ = sqlite("SQLITE_BUSY")
    assert (is_away(error), is_temporary(error)) == (False, True)


class Site:
    """The site in a process of its own, whose database comes and goes."""

    def __init__(self, url: str) -> None:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "govlab.settings.test",
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
            "DATABASE_URL": url,
        }
        self.process = subprocess.Popen(
            [sys.executable, "-c", SITE],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def get(self, path: str) -> tuple[int, dict[str, str], str]:
        assert self.process.stdin
        assert self.process.stdout
        print(path, file=self.process.stdin, flush=True)
        status, headers, text = json.loads(self.process.stdout.readline())
        return status, headers, text

    def close(self) -> None:
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()
        self.process.wait(20)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    binaries = postgres.find_binaries()
    if binaries is None:
        assert os.environ.get("CI") != "true", "apt-get install postgresql"
        pytest.skip("no PostgreSQL server is installed")
    with postgres.private_cluster(binaries, postgres.SPEED_OVER_SAFETY) as found:
        yield found


def test_a_database_that_stops_and_starts(cluster: Any) -> None:
    """It has no tables, so what reaches it is an error of ours: 500."""
    site = Site(cluster.url)
    try:
        assert site.get("/lv/")[0] == 500
        cluster.stop()
        for path in PATHS:
            status, headers, text = site.get(path)
            assert (path, status, headers["Retry-After"]) == (path, 503, "10")
            assert "Vietne pašlaik nav pieejama" in text
            assert "The site is not available" in text
        status, headers, text = site.get("/api/v1/news")
        assert (status, headers["Retry-After"]) == (503, "10")
        assert headers["Content-Type"] == "application/problem+json"
        assert json.loads(text)["status"] == 503
        cluster.start()
        assert site.get("/lv/")[0] == 500
    finally:
        site.close()
