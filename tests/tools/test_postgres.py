"""The private PostgreSQL is found where it is whole, works, and leaves nothing behind."""

import os
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg
import pytest

from tools import postgres


def install(directory: Path, *binaries: str) -> Path:
    directory.mkdir(parents=True)
    for binary in binaries:
        (directory / binary).touch(mode=0o755)
    return directory


def test_client_programs_are_no_server(tmp_path: Path) -> None:
    client = install(tmp_path / "client", "psql", "pg_config")
    server = install(tmp_path / "server", *postgres.BINARIES)
    assert postgres.find_binaries([client, server]) == server
    assert postgres.find_binaries([client]) is None


def test_the_newest_version_comes_first() -> None:
    old, new, newest = (Path(f"/usr/lib/postgresql/{version}/bin") for version in ("9.6", 15, 17))
    assert postgres.newest_first([new, newest, old]) == [newest, new, old]


def test_a_server_that_does_not_start_says_why() -> None:
    # Not under `tmp_path`, where nobody but us may look: as root we start it as another account.
    with tempfile.TemporaryDirectory() as directory:
        Path(directory).chmod(0o755)
        broken = install(Path(directory, "broken"), *postgres.BINARIES)
        (broken / "initdb").write_text("#!/bin/sh\necho no space left; exit 1\n")
        with (
            pytest.raises(postgres.ClusterError, match="no space left"),
            postgres.temporary_cluster(broken),
        ):
            pass


def test_a_cluster_serves_and_is_gone_after() -> None:
    binaries = postgres.find_binaries()
    if binaries is None:
        assert os.environ.get("CI") != "true", "apt-get install postgresql"
        pytest.skip("no PostgreSQL server is installed")
    with postgres.temporary_cluster(binaries) as url:
        directory = Path(unquote(urlsplit(url).netloc.partition("@")[2]))
        with psycopg.connect(url) as connection:
            row = connection.execute("SELECT upper('ā')").fetchone()
        assert row == ("Ā",)
        assert directory.exists()
    assert not directory.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
