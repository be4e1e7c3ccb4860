"""A migrated database, of which each test process makes a copy in place of migrating its own."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tools import processes
from tools.environment import ROOT

NAME = "migrated"


@contextmanager
def in_background(python: Path, env: Mapping[str, str]) -> Iterator[Callable[[], None]]:
    """Begins to migrate. Yields what waits for the end of it, and ends the program if it failed."""
    migration = subprocess.Popen(
        [python, "-m", "tools.migrated"],
        env={**env, "PYTHONPATH": str(ROOT / "site")},
        cwd=ROOT,
        start_new_session=True,
    )

    def wait() -> None:
        if migration.wait():
            sys.exit("The tests' database could not be migrated.")

    try:
        yield wait
    finally:
        processes.stop([migration])


def create() -> None:
    import django
    from django.db import connection

    django.setup()
    connection.settings_dict["TEST"]["NAME"] = NAME
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.close()


if __name__ == "__main__":
    create()
