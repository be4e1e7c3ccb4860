"""One short history, faults and all, as `make faults` runs many."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

from tests import snapshot
from tests.starting_content import starting_content
from tools import postgres

ROOT = Path(__file__).parents[3]
BINARIES = postgres.find_binaries()


@pytest.fixture
def options(transactional_db: None, shared_directory: Path, tmp_path: Path) -> list[str]:
    """The starting content, as other tests have loaded it: that takes longer than the history."""
    if BINARIES is None or not snapshot.possible():
        return []
    with starting_content(shared_directory / "starting-content"):
        command, variables = DatabaseClient.settings_to_cmd_args_env(
            connection.settings_dict, ["--format=custom", f"--file={tmp_path / 'database'}"]
        )
        dump = [BINARIES / "pg_dump", *command[1:]]
        done = subprocess.run(dump, env=os.environ | (variables or {}), check=False)
        shutil.copytree(settings.MEDIA_ROOT, tmp_path / "media")
        shutil.copytree(settings.GOVLAB_UPLOADS_ROOT, tmp_path / "uploads")
    # It does not read a server that is newer than itself.
    return [] if done.returncode else ["--site", str(tmp_path)]


@pytest.mark.skipif(BINARIES is None, reason="needs PostgreSQL's server programs")
def test_nothing_diverges(options: list[str]) -> None:
    command = ["-m", "tools.faults.session", "--minutes", "0", "--seed", "1", "--steps", "12"]
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    run = subprocess.run(
        [sys.executable, *command, *options],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
    assert "0 divergences" in run.stdout
