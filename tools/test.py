"""`make test`: pytest against PostgreSQL and a browser where there are any, told plainly if not."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tools import postgres, processes
from tools.environment import ROOT, ensure

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(arguments: list[str]) -> int:
    processes.leave_on_signals()
    python = ensure(ROOT / "requirements-dev.txt")
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "govlab.settings.test"}
    processes.require(
        [python, "-m", "tools.messages", "compile"], "Message catalogues could not be compiled."
    )
    options = [*_browser_options(env), *_parallel_options(arguments), *arguments]
    with _database(env):
        return processes.run([python, "-m", "pytest", *options], env=env)


def _parallel_options(arguments: list[str]) -> list[str]:
    if any(argument.startswith(("-n", "--numprocesses", "--pdb")) for argument in arguments):
        return []
    return ["-n", "auto"]


def _browser_options(env: dict[str, str]) -> list[str]:
    browser = env.get("GOVLAB_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser:
        env["GOVLAB_CHROMIUM"] = browser
        return []
    _do_without(env, "Chromium is not installed: the browser tests are left out.", "chromium")
    return ["-m", "not browser"]


@contextmanager
def _database(env: dict[str, str]) -> Iterator[None]:
    if env.get("DATABASE_URL"):
        yield
        return
    binaries = postgres.find_binaries()
    if binaries is None:
        _do_without(env, "No PostgreSQL server is installed: testing on SQLite.", "postgresql")
        yield
        return
    try:
        with postgres.temporary_cluster(binaries) as env["DATABASE_URL"]:
            yield
    except postgres.ClusterError as error:
        sys.exit(f"{error}\nSet DATABASE_URL to test on a database of your own.")


def _do_without(env: dict[str, str], consequence: str, package: str) -> None:
    """Where a person tests, a missing program narrows the run; where CI does, it fails it."""
    if env.get("CI") == "true":
        sys.exit(f"CI tests everything, but {package} is missing: apt-get install {package}")
    print(f"{consequence} To test all: apt install {package}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
