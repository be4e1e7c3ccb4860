"""Production settings say what they miss, and take nothing for granted."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMPLETE = {
    "SECRET_KEY": "a-long-secret",
    "DATABASE_URL": "postgres://user:password@localhost/db",
    "ALLOWED_HOSTS": "example.org",
    "SITE_URL": "https://example.org",
}


def start(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    code = "import django; django.setup(); from django.conf import settings; print(settings.DEBUG)"
    return subprocess.run(
        [sys.executable, "-c", code],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
            "DJANGO_SETTINGS_MODULE": "govlab.settings.production",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_starts_with_everything_set() -> None:
    result = start(COMPLETE)
    assert (result.returncode, result.stdout.strip()) == (0, "False")


@pytest.mark.parametrize("missing", list(COMPLETE))
def test_names_what_is_missing_and_what_it_is_for(missing: str) -> None:
    result = start({name: value for name, value in COMPLETE.items() if name != missing})
    assert result.returncode != 0
    assert f"{missing}: " in result.stderr


def test_the_environment_is_read_in_the_settings_package_only() -> None:
    sources = [
        path
        for folder in ("site", "home", "news", "cases", "search")
        for path in (ROOT / folder).rglob("*.py")
        if "settings" not in path.parts and path.name != "wsgi.py"
    ]
    reading = re.compile(r"os\.environ|getenv")
    readers = [path for path in sources if reading.search(path.read_text())]
    assert readers == []
