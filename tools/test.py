"""`make test`: pytest against PostgreSQL, Elasticsearch and a browser, told plainly if one is missing."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import elasticsearch, migrated, node, postgres, processes
from tools.environment import ROOT, ensure

# The first has no windows, and takes a third less processor time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def main(arguments: list[str]) -> int:
    processes.leave_on_signals()
    python = ensure(ROOT / "requirements-dev.txt")
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "govlab.settings.test"}
    # The tests start Python dozens of times; without this, each would compile all modules again.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    processes.require(
        [python, "-m", "tools.messages", "compile"], "Message catalogues could not be compiled."
    )
    with _database(env, python) as wait_for_database, _search_server(env) as has_search_server:
        left_out = [] if _has_browser(env) else ["browser"]
        left_out += [] if _has_node(env) else ["typescript"]
        left_out += [] if has_search_server else ["elasticsearch"]
        left_out += [] if _has_nginx(env) else ["nginx"]
        options = [*_selection(left_out), *_parallel_options(arguments), *arguments]
        wait_for_database()
        return processes.run([python, "-m", "pytest", *options], env=env)


def _parallel_options(arguments: list[str]) -> list[str]:
    if any(argument.startswith(("-n", "--numprocesses", "--pdb")) for argument in arguments):
        return []
    return ["-n", "auto"]  # `tests/scheduler.py` distributes them.


def _selection(left_out: list[str]) -> list[str]:
    return ["-m", " and ".join(f"not {marker}" for marker in left_out)] if left_out else []


def _has_browser(env: dict[str, str]) -> bool:
    browser = env.get("GOVLAB_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser:
        env["GOVLAB_CHROMIUM"] = browser
        return True
    _do_without(
        env,
        "Chromium is not installed: the browser tests are left out.",
        "To test all: apt install chromium-headless-shell",
    )
    return False


def _has_node(env: dict[str, str]) -> bool:
    if npm := shutil.which("npm"):
        node.ensure(npm)
        return True
    _do_without(
        env,
        "Node is not installed: no TypeScript client is checked.",
        "To test all: apt install npm",
    )
    return False


def _has_nginx(env: dict[str, str]) -> bool:
    if shutil.which("nginx", path=f"{env.get('PATH', '')}:/usr/sbin"):
        return True
    _do_without(
        env,
        "nginx is not installed: the front of compose.yaml is not tested.",
        "To test all: apt install nginx",
    )
    return False


@contextmanager
def _database(env: dict[str, str], python: Path) -> Iterator[Callable[[], None]]:
    """Yields what waits until the database is ready, which it becomes meanwhile."""
    if env.get("DATABASE_URL"):
        yield lambda: None
        return
    binaries = postgres.find_binaries()
    if binaries is None:
        _do_without(
            env,
            "No PostgreSQL server is installed: testing on SQLite.",
            "To test all: apt install postgresql",
        )
        yield lambda: None
        return
    try:
        with (
            postgres.temporary_cluster(binaries) as env["DATABASE_URL"],
            migrated.in_background(python, env) as wait,
        ):
            env["TEST_DATABASE_TEMPLATE"] = migrated.NAME
            yield wait
    except postgres.ClusterError as error:
        sys.exit(f"{error}\nSet DATABASE_URL to test on a database of your own.")


@contextmanager
def _search_server(env: dict[str, str]) -> Iterator[bool]:
    """Whether the tests have an Elasticsearch: the one of ELASTICSEARCH_URL or a private one."""
    if url := env.get("ELASTICSEARCH_URL"):
        if elasticsearch.answers(url):
            yield True
            return
        print("Nothing answers at ELASTICSEARCH_URL: starting a private server.", file=sys.stderr)
    if reason := elasticsearch.problem():
        env.pop("ELASTICSEARCH_URL", None)
        _do_without(env, "The tests on a real Elasticsearch are left out.", reason)
        yield False
        return
    try:
        with elasticsearch.temporary_node(java_options=elasticsearch.SHORT_LIVED) as env[
            "ELASTICSEARCH_URL"
        ]:
            yield True
    except elasticsearch.NodeError as error:
        sys.exit(f"{error}\nSet ELASTICSEARCH_URL to test on a server of your own.")


def _do_without(env: dict[str, str], consequence: str, remedy: str) -> None:
    """Where a person tests, a missing program narrows the run; where CI does, it fails it."""
    if env.get("CI") == "true":
        sys.exit(f"CI tests everything, and cannot here. {consequence} {remedy}")
    print(f"{consequence} {remedy}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
