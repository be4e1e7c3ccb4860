"""One run: a private database, the site that histories begin with, and histories until time is up."""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import django

from tools import commands, postgres, processes
from tools.environment import ROOT

from .account import PASSWORD, USER
from .cluster import Cluster, cluster
from .options import Options, parse


def main(arguments: Sequence[str]) -> int:
    processes.leave_on_signals()
    options = parse(arguments)
    print(f"Seed {options.seed}; {options.minutes:g} minutes.", flush=True)
    binaries = postgres.require_binaries()
    logs = ROOT / "var" / "faults"
    logs.mkdir(parents=True, exist_ok=True)
    with (
        cluster(binaries) as database,
        tempfile.TemporaryDirectory(prefix="govlab-faults-") as name,
    ):
        environment = commands.environment(database.url, Path(name)) | {
            "SERVE_MEDIA": "1",
            "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
        }
        _prepare(database, environment, options.site)
        os.environ.update(environment)
        sys.path[:0] = environment["PYTHONPATH"].split(os.pathsep)
        django.setup()
        return _run(options, database, environment, logs)


def _prepare(database: Cluster, environment: dict[str, str], site: Path | None) -> None:
    commands.say("Making the site that every history begins with")
    database.create()
    if site:
        database.restore(site / "database")
        shutil.copytree(site / "media", environment["MEDIA_ROOT"])
        shutil.copytree(site / "uploads", environment["UPLOADS_ROOT"])
    # A site of another address takes this one over.
    commands.python(environment, "manage.py", "migrate", "--verbosity", "0")
    if not site:
        commands.python(environment, "manage.py", "load_starting_content")
    account = ("--noinput", f"--username={USER}", "--email=redaktors@example.org")
    commands.python(environment, "manage.py", "createsuperuser", *account)
    commands.python(environment, "manage.py", "run_worker", "--once")
    database.keep_as_first()


def _run(options: Options, database: Cluster, environment: dict[str, str], logs: Path) -> int:
    from . import actions, faults  # noqa: F401  the import registers them
    from .history import run
    from .installation import Installation
    from .minimising import minimise
    from .registry import ACTIONS, FAULTS
    from .steps import random_steps

    deadline = time.monotonic() + 60 * options.minutes
    seed = options.seed
    while True:
        installation = Installation(database, environment, logs)
        steps = random_steps(seed, options.steps, ACTIONS, FAULTS)
        outcome = run(installation, steps)
        print(
            f"History {seed}: {outcome.done} done, {outcome.refused} refused, "
            f"{outcome.broken} broken by faults, {len(outcome.found)} divergences.",
            flush=True,
        )
        if outcome.found:
            print("\n".join(outcome.found), flush=True)
            commands.say("Leaving out what it does not need")
            left = minimise(
                steps,
                lambda fewer: bool(run(Installation(database, environment, logs), fewer).found),
            )
            print("It diverges after:", *map(str, left), sep="\n  ")
            print(f'Again: make faults ARGS="--seed {seed} --minutes 0"; logs in {logs}.')
            return 1
        if time.monotonic() > deadline:
            return 0
        seed += 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
