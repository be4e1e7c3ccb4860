"""One short history, faults and all, as `make faults` runs many."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools import postgres

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(postgres.find_binaries() is None, reason="needs PostgreSQL's server programs")
def test_nothing_diverges() -> None:
    command = ["-m", "tools.faults.session", "--minutes", "0", "--seed", "1", "--steps", "12"]
    env = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    run = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
    assert "0 divergences" in run.stdout
