"""One run: a private database, content, the servers, the measures, the report."""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg

from tools import commands, postgres, processes
from tools.servers import gunicorns, nginx

from . import calls, frame, measures, report
from .options import parse
from .results import Results

PUBLISHING_TURNS, PUBLICATIONS = 3, 8


def main(arguments: Sequence[str]) -> int:
    processes.leave_on_signals()
    options = parse(arguments)
    binaries = postgres.require_binaries()
    results = Results.begin(options)
    with (
        frame.reported(results, report.text),
        tempfile.TemporaryDirectory(prefix="govlab-bench-") as name,
        postgres.temporary_cluster(binaries) as url,
    ):
        _run(results, url, Path(name))
    return 0


def _run(results: Results, url: str, directory: Path) -> None:
    options = results.options
    environment = commands.environment(url, directory)
    commands.say("Migrating an empty database")
    commands.python(environment, "manage.py", "migrate", "--verbosity", "0")
    commands.say(f"Making {options.items} news items a locale")
    made = json.loads(commands.output(environment, "-m", "bench.content", str(options.items)))
    commands.python(environment, "manage.py", "rebuild_documents")
    commands.python(environment, "-m", "bench.caught_up")
    with _measuring(url, directory, environment) as bench:
        measures.prepare(bench, made)
        if "queries" not in options.skip:
            results.queries = measures.queries(bench, made)
        if "load" not in options.skip:
            results.loads = measures.loads(bench, made, options)
        if "publishing" not in options.skip:
            commands.say("Publishing")
            results.publishing = _publishing(environment, made["item"])
        if "scale" not in options.skip:
            results.latencies, results.exports = measures.scales(bench, options)


def _publishing(environment: Mapping[str, str], page_id: int) -> dict[str, list[float]]:
    """Stack → seconds; in turns, as the load is."""
    times: dict[str, list[float]] = {"stock": [], "product": []}
    for name in ("stock", "product") * PUBLISHING_TURNS:
        command = ("-m", "bench.publishing", str(page_id), str(PUBLICATIONS))
        times[name] += json.loads(commands.output({**environment, **calls.STACKS[name]}, *command))
    return times


@contextmanager
def _measuring(
    url: str, directory: Path, environment: Mapping[str, str]
) -> Iterator[measures.Bench]:
    answers, logs = directory / "answers", directory / "logs"
    answers.mkdir()
    logs.mkdir()
    commands.say("Starting the servers")
    cluster = Path(unquote(urlsplit(url).netloc.partition("@")[2]))
    with (
        psycopg.connect(url, autocommit=True) as connection,
        gunicorns(calls.STACKS, environment, logs) as servers,
        nginx(answers, logs) as front,
    ):
        yield measures.Bench(connection, cluster / "server.log", servers, front, answers)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
