"""Takes each measure with the running servers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from tools.servers import Server

from . import calls, export, load, scale
from . import queries as statements
from .export import Export
from .load import Load
from .options import Options
from .scale import Latency
from .statistics import middle
from .web import get

# Ids and paths of the content.
Ids = Mapping[str, Any]
EXPORTS = (1_000, 10_000)
SMALL_SCALE = 1_000


@dataclass(frozen=True)
class Bench:
    connection: psycopg.Connection
    server_log: Path
    servers: Mapping[str, Server]
    nginx: Server | None
    answers: Path

    def requests(self, made: Ids) -> list[calls.Request]:
        return [
            *calls.requests(self.servers, self.nginx, made["item"], made["parent"]),
            *calls.page_requests(self.servers, made),
        ]


def prepare(bench: Bench, made: Ids) -> None:
    """Lays the API's answers where the ceiling's servers find the same bytes."""
    bench.connection.execute("CREATE TABLE bench_answer (name text PRIMARY KEY, body text)")
    for call, paths in calls.addresses(made["item"], made["parent"]).items():
        body = get(bench.servers["product"].address + paths["product"]).body
        name = calls.file_name(call)
        (bench.answers / name).write_bytes(body)
        bench.connection.execute("INSERT INTO bench_answer VALUES (%s, %s)", [name, body.decode()])


def queries(bench: Bench, made: Ids) -> list[statements.Queries]:
    _say("Counting queries")
    with statements.statement_log(bench.connection):
        return [
            statements.measure(bench.connection, bench.server_log, request)
            for request in bench.requests(made)
            if request.subject
            in (calls.V2, calls.V3, calls.KEPT, calls.ROW, calls.TEMPLATES, calls.SITE)
        ]


@dataclass(frozen=True)
class Loaded:
    call: str
    subject: str
    bytes: int
    load: Load


def loads(bench: Bench, made: Ids, options: Options) -> list[Loaded]:
    requests = bench.requests(made)
    rounds: list[list[Load]] = [[] for _ in requests]
    for number in range(1, options.rounds + 1):
        for place, request in enumerate(requests):
            _say(f"Load, round {number} of {options.rounds}: {request.call}, {request.subject}")
            rounds[place].append(
                load.measure(
                    request.url,
                    request.headers,
                    seconds=options.seconds,
                    connections=options.connections,
                )
            )
    return [
        Loaded(
            request.call,
            request.subject,
            len(get(request.url, request.headers).body),
            middle(taken),
        )
        for request, taken in zip(requests, rounds, strict=True)
    ]


def scales(bench: Bench, options: Options) -> tuple[list[Latency], list[Export]]:
    latencies, exports = [], []
    for size in sorted({*EXPORTS, options.documents}):
        _say(f"Making it {size} documents")
        scale.resize(bench.connection, size)
        if size in EXPORTS:
            exports.append(export.measure(bench.servers["product"], size))
        if size in (SMALL_SCALE, options.documents):
            _say(f"Latency with {size} documents")
            latencies += scale.measure(
                bench.connection, bench.servers, size, seconds=options.seconds
            )
    return latencies, exports


def _say(step: str) -> None:
    print(f"── {step} …", flush=True)
