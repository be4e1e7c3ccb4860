"""Python in a process of its own, on the database of the test."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

# For tests that let other threads or processes see what they commit.
needs_database_server = pytest.mark.skipif(
    "postgresql" not in settings.DATABASES["default"]["ENGINE"],
    reason="the suite's SQLite lies in memory, where no second process sees it",
)
SET_UP = """
import os, signal, django
from django.conf import settings
for name in ("ENGINE", "INDEX_PREFIX"):
    setattr(settings, f"GOVLAB_SEARCH_{name}", os.environ[f"SEARCH_{name}"])
django.setup()
"""


def address() -> str:
    """Of the database that this test uses."""
    at = connection.settings_dict
    user = quote(at["USER"]) + (f":{quote(at['PASSWORD'])}" if at["PASSWORD"] else "")
    port = f":{at['PORT']}" if at["PORT"] else ""
    return f"postgresql://{user}@{quote(at['HOST'], safe='')}{port}/{at['NAME']}"


def start(script: str) -> subprocess.Popen[str]:
    """Runs the script after Django's setup, with this test's search engine and indices."""
    root = Path(settings.BASE_DIR)
    env = os.environ | {
        "DATABASE_URL": address(),
        "DJANGO_SETTINGS_MODULE": "govlab.settings.test",
        "PYTHONPATH": os.pathsep.join([str(root), str(root / "site")]),
        "PYTHONUNBUFFERED": "1",
        "ELASTICSEARCH_URL": settings.GOVLAB_ELASTICSEARCH_URL,
        "SEARCH_ENGINE": settings.GOVLAB_SEARCH_ENGINE,
        "SEARCH_INDEX_PREFIX": settings.GOVLAB_SEARCH_INDEX_PREFIX,
    }
    return subprocess.Popen(
        [sys.executable, "-c", SET_UP + script],
        env=env,
        cwd=root,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def run(script: str, seconds: float = 120) -> tuple[int, str]:
    """How it ended and what it printed."""
    with start(script) as process:
        output, _ = process.communicate(timeout=seconds)
    return process.returncode, output
