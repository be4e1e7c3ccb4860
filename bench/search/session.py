"""One run: a private database and cluster, more and more content, the measures, the report."""

import json
import os
import secrets
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import psycopg

from tools import commands, elasticsearch, postgres, processes
from tools.servers import Server, gunicorns

from .. import frame, queries
from ..web import get
from . import calls, report
from .follow import ELASTICSEARCH, REBUILD
from .options import MANY, Options, parse
from .results import Asked, Filled, Results, Took
from .targets import judge
from .walking import Walk, middle, walk
from .warm_up import warm_up

CONSUMERS = ("search-database", ELASTICSEARCH)
# Requests of each call whose statements are counted.
COUNTED = 20
# Questions that are asked again, and how often before that is measured: each process of a server
# caches for itself.
REPEATED, ASKED_BEFORE = 50, 8
# What the log of a server says where Elasticsearch did not answer.
STOOD_IN = "using the database"


@dataclass(frozen=True)
class Bench:
    """What a run works with."""

    connection: psycopg.Connection
    postgres_log: Path
    logs: Path
    environment: Mapping[str, str]
    servers: Mapping[str, Server]
    options: Options


def main(arguments: Sequence[str]) -> int:
    processes.leave_on_signals()
    options = parse(arguments)
    binaries = postgres.require_binaries()
    results = Results.begin(options)
    try:
        with (
            frame.reported(results, report.text),
            tempfile.TemporaryDirectory(prefix="govlab-bench-") as name,
            _cluster() as cluster,
            postgres.temporary_cluster(binaries) as url,
        ):
            environment = commands.environment(url, Path(name)) | cluster
            _run(results, url, Path(name), environment)
    except (elasticsearch.NodeError, RuntimeError) as error:
        sys.exit(str(error))
    return 1 if any(judged.reached is False for judged in judge(results)) else 0


@contextmanager
def _cluster() -> Iterator[dict[str, str]]:
    """What tells the servers of an Elasticsearch: the one there is, or one of our own."""
    prefix = f"bench-{secrets.token_hex(4)}"
    told = {"SEARCH_INDEX_PREFIX": prefix, "API_REQUESTS_PER_MINUTE": "0"}
    url = os.environ.get("ELASTICSEARCH_URL", "")
    if url and elasticsearch.answers(url):
        try:
            yield told | {"ELASTICSEARCH_URL": url}
        finally:
            _forget(url, prefix)
        return
    if reason := elasticsearch.problem():
        sys.exit(reason)
    commands.say("Starting Elasticsearch")
    with elasticsearch.temporary_node() as url:
        yield told | {"ELASTICSEARCH_URL": url}


def _forget(url: str, prefix: str) -> None:
    """Deletes by name: a cluster need not allow patterns."""
    with urllib.request.urlopen(f"{url}/{prefix}-*/_alias") as answer:  # noqa: S310
        names = ",".join(json.load(answer))
    if names:
        request = urllib.request.Request(f"{url}/{names}", method="DELETE")  # noqa: S310
        urllib.request.urlopen(request).close()  # noqa: S310


def _run(results: Results, url: str, directory: Path, environment: Mapping[str, str]) -> None:
    commands.say("Migrating an empty database")
    commands.python(environment, "manage.py", "migrate", "--verbosity", "0")
    words = results.options.words
    commands.say(f"Correcting with {words:,} words")
    printed = commands.output(environment, "-m", "bench.search.spelling", str(words))
    results.spelling = json.loads(printed.splitlines()[-1])
    logs = directory / "logs"
    logs.mkdir()
    cluster = Path(unquote(urlsplit(url).netloc.partition("@")[2]))
    with (
        psycopg.connect(url, autocommit=True) as connection,
        gunicorns(calls.STACKS, environment, logs) as servers,
    ):
        bench = Bench(
            connection, cluster / "server.log", logs, environment, servers, results.options
        )
        before = 0
        for size in results.options.sizes:
            _grow(bench, before, size)
            results.filled += _fill(bench, size)
            results.asked += _ask(bench, size)
            before = size


def _grow(bench: Bench, before: int, size: int) -> None:
    commands.say(f"Making it {size:,} documents")
    maker = "pages" if size <= bench.options.items else "copies"
    module = f"bench.search.{maker}"
    commands.python(bench.environment, "-m", module, str(before), str(size))


def _fill(bench: Bench, size: int) -> Iterator[Filled]:
    """A rebuild takes as long for each page, so the largest size is spared one."""
    for what in (*CONSUMERS, *([REBUILD] if size <= MANY else [])):
        commands.say(f"Filling, {what}")
        environment = {**bench.environment, **calls.STACKS[calls.ELASTICSEARCH]}
        printed = commands.output(environment, "-m", "bench.search.follow", what)
        yield Filled(size, what, **json.loads(printed.splitlines()[-1]))
    bench.connection.execute("VACUUM ANALYZE")


def _ask(bench: Bench, size: int) -> list[Asked]:
    _warm_up(bench, size)
    commands.say(f"Choosing questions for {size:,} documents")
    made = calls.calls(bench.servers, size, bench.options)
    crowds: list[list[Walk]] = [[] for _ in made]
    alones: list[list[Walk]] = [[] for _ in made]
    repeats: list[list[Walk]] = [[] for _ in made]
    failed = [0 for _ in made]
    for number in range(bench.options.rounds):
        for place, call in enumerate(made):
            commands.say(
                f"Round {number + 1} of {bench.options.rounds}: {call.name}, {call.served_by}"
            )
            first = _first_time(call)
            before = _stood_in(bench, first)
            crowds[place].append(_walk(bench, first, number, bench.options.connections))
            alones[place].append(_walk(bench, first, number, 1))
            if call.served_by != calls.STOCK:
                repeats[place].append(_repeated(bench, call))
            failed[place] += _stood_in(bench, first) - before
    with queries.statement_log(bench.connection):
        statements = [_statements(bench, _first_time(call)) for call in made]
    return [
        Asked(
            size,
            call.name,
            call.served_by,
            crowd=middle(crowds[place]),
            alone=middle(alones[place]),
            statements=statements[place],
            stood_in=failed[place],
            repeated=middle(repeats[place]) if repeats[place] else None,
            took=_took(bench, size, call),
        )
        for place, call in enumerate(made)
    ]


def _warm_up(bench: Bench, size: int) -> None:
    for engine in calls.ENGINES:
        commands.say(f"Warming up, {engine}")
        rates = warm_up(
            bench.servers[calls.first_time(engine)].address,
            size,
            seconds=bench.options.seconds,
            connections=bench.options.connections,
        )
        commands.say(
            f"{rates[0]:.0f} requests/s at first, {max(rates):.0f} after {len(rates)} walks"
        )


def _first_time(call: calls.Call) -> calls.Call:
    """The call of a server that answers every question for the first time, as stock always does."""
    if call.served_by == calls.STOCK:
        return call
    return replace(call, served_by=calls.first_time(call.served_by))


def _walk(bench: Bench, call: calls.Call, number: int, connections: int) -> Walk:
    """Each round begins elsewhere, so that slow servers too are asked different questions."""
    return walk(
        bench.servers[call.served_by].address,
        call.paths,
        seconds=bench.options.seconds,
        connections=connections,
        start=number * len(call.paths) // bench.options.rounds,
    )


def _repeated(bench: Bench, call: calls.Call) -> Walk:
    again = replace(call, paths=call.paths[:REPEATED])
    for _ in range(ASKED_BEFORE):
        for path in again.paths:
            get(bench.servers[call.served_by].address + path)
    return _walk(bench, again, 0, bench.options.connections)


def _took(bench: Bench, size: int, call: calls.Call) -> Took | None:
    if call.served_by != calls.ELASTICSEARCH or call.name not in calls.KINDS:
        return None
    commands.say(f"What Elasticsearch takes: {call.name}")
    environment = {**bench.environment, **calls.STACKS[calls.ELASTICSEARCH]}
    asked = (call.name, str(size), str(bench.options.questions))
    printed = commands.output(environment, "-m", "bench.search.took", *asked)
    return Took(**json.loads(printed.splitlines()[-1]))


def _statements(bench: Bench, call: calls.Call) -> float:
    asked = call.paths[:COUNTED]
    server = bench.servers[call.served_by].address
    return sum(queries.during(bench.postgres_log, server + path) for path in asked) / len(asked)


def _stood_in(bench: Bench, call: calls.Call) -> int:
    log = bench.logs / f"{call.served_by}.log"
    return log.read_text(encoding="utf-8", errors="replace").count(STOOD_IN)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
