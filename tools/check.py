"""`make check`: all static checks."""

import os
import sys
import time
from pathlib import Path

from tools import processes
from tools.environment import ROOT, ensure


def steps(python: Path) -> dict[str, list[str | Path]]:
    scripts = python.parent
    return {
        "lint": [scripts / "ruff", "check"],
        "format": [scripts / "ruff", "format", "--check"],
        "types": [scripts / "mypy"],
        "layers": [scripts / "lint-imports"],
        "migrations": [python, "manage.py", "makemigrations", "--check", "--dry-run"],
        "django": [python, "manage.py", "check", "--fail-level", "WARNING"],
        "contract": [python, "-m", "tools.openapi", "check"],
        "messages": [python, "-m", "tools.messages", "check"],
        "packages": [python, "-m", "tools.messages", "coverage"],
        "words": [python, "-m", "tools.words"],
        "releases": [python, "-m", "tools.releases", "check"],
    }


def main() -> int:
    processes.leave_on_signals()
    python = ensure(ROOT / "requirements-dev.txt")
    paths = os.pathsep.join((str(ROOT), str(ROOT / "site")))
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "govlab.settings.test", "PYTHONPATH": paths}
    summary = []
    failed = False
    for name, command in steps(python).items():
        print(f"\n── {name}", flush=True)
        started = time.monotonic()
        code = processes.run(command, env=env)
        failed |= code != 0
        seconds = time.monotonic() - started
        summary.append(f"{'FAIL' if code else 'pass'}  {name:<12}{seconds:6.1f} s")
    print("\n" + "\n".join(summary))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
