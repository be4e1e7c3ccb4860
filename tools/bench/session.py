"""One run: a private database, content, the servers, the measures, the report."""

import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg

from tools import postgres, processes
from tools.environment import ROOT

from . import calls, measures, report
from .options import parse
from .results import Results
from .servers import gunicorns, nginx

PUBLISHING_TURNS, PUBLICATIONS = 3, 8


def main(arguments: Sequence[str]) -> int:
    processes.leave_on_signals()
    options = parse(arguments)
    binaries = postgres.find_binaries()
    if binaries is None:
        sys.exit("The bench needs PostgreSQL's server programs: apt install postgresql")
    results = Results.begin(options)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="govlab-bench-") as name,
            postgres.temporary_cluster(binaries) as url,
        ):
            _run(results, url, Path(name))
    finally:  # also what was found before something failed
        print("\n" + report.text(results))
        print(f"\nKept in {results.keep().relative_to(ROOT)}.")
    return 0


def _run(results: Results, url: str, directory: Path) -> None:
    options = results.options
    environment = _environment(url, directory)
    say("Migrating an empty database")
    _python(environment, "manage.py", "migrate", "--verbosity", "0")
    say(f"Making {options.items} news items a locale")
    made = json.loads(_output(environment, "-m", "tools.bench.content", str(options.items)))
    _python(environment, "manage.py", "rebuild_documents")
    with _measuring(url, directory, environment) as bench:
        measures.prepare(bench, made)
        if "queries" not in options.skip:
            results.queries = measures.queries(bench, made)
        if "load" not in options.skip:
            results.loads = measures.loads(bench, made, options)
        if "publishing" not in options.skip:
            say("Publishing")
            results.publishing = _publishing(environment, made["item"])
        if "scale" not in options.skip:
            results.latencies, results.exports = measures.scales(bench, options)


def _publishing(environment: Mapping[str, str], page_id: int) -> dict[str, list[float]]:
    """Stack → seconds; in turns, as the load is."""
    times: dict[str, list[float]] = {"stock": [], "product": []}
    for name in ("stock", "product") * PUBLISHING_TURNS:
        command = ("-m", "tools.bench.publishing", str(page_id), str(PUBLICATIONS))
        times[name] += json.loads(_output({**environment, **calls.STACKS[name]}, *command))
    return times


@contextmanager
def _measuring(
    url: str, directory: Path, environment: Mapping[str, str]
) -> Iterator[measures.Bench]:
    answers, logs = directory / "answers", directory / "logs"
    answers.mkdir()
    logs.mkdir()
    say("Starting the servers")
    cluster = Path(unquote(urlsplit(url).netloc.partition("@")[2]))
    with (
        psycopg.connect(url, autocommit=True) as connection,
        gunicorns(calls.STACKS, environment, logs) as servers,
        nginx(answers, logs) as front,
    ):
        yield measures.Bench(connection, cluster / "server.log", servers, front, answers)


def _environment(url: str, directory: Path) -> dict[str, str]:
    """Production's, plain HTTP, and a rate limit that counts every request and stops none."""
    return (
        os.environ
        | calls.STACKS["product"]
        | {
            "DATABASE_URL": url,
            "SECRET_KEY": secrets.token_urlsafe(40),
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "SITE_URL": "http://127.0.0.1",
            "INSECURE_HTTP": "1",
            "API_REQUESTS_PER_MINUTE": str(10**9),
            "MEDIA_ROOT": str(directory / "media"),
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
            "LOG_LEVEL": "WARNING",
        }
    )


def _python(environment: Mapping[str, str], *arguments: str) -> None:
    processes.require(
        [sys.executable, *arguments], f"`{' '.join(arguments)}` failed.", env=environment
    )


def _output(environment: Mapping[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], env=environment, stdout=subprocess.PIPE, text=True
    )
    if done.returncode:
        sys.exit(f"`{' '.join(arguments)}` failed; the reason is above.")
    return done.stdout


def say(step: str) -> None:
    print(f"── {step} …", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
