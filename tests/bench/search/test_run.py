"""A run of the search bench at tiny size, on servers that only say what they were asked."""

import json
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bench import client, queries
from bench.search import calls, options, report, session, took, walking
from bench.search.results import Results, Took
from bench.search.targets import judge
from bench.search.walking import Walk
from tests.factories import make_standard, publish
from tests.search.conftest import cluster_client
from tests.search.served import Follow, elasticsearch, follow
from tools.servers import Server

__all__ = ["cluster_client", "elasticsearch", "follow"]

SIZE = 30
# Server → question → how often.
Heard = Mapping[str, Counter[str]]


@pytest.fixture
def heard() -> Heard:
    return defaultdict(Counter)


@pytest.fixture
def servers(heard: Heard) -> Iterator[dict[str, Server]]:
    names = dict(enumerate(calls.STACKS))

    class Answers(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            address = urlsplit(self.path)
            asked = parse_qs(address.query)
            question = (asked.get("q") or asked["search"])[0]
            heard[names[int(address.path.split("/")[1])]][question] += 1
            body = json.dumps({"items": [{}] * calls.RESULTS}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield {
            name: Server(f"http://127.0.0.1:{server.server_port}/{place}", 0)
            for place, name in names.items()
        }
        server.shutdown()
        thread.join()


@pytest.fixture
def bench(
    servers: dict[str, Server], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> session.Bench:
    """Without a database's log to count in, without wrk, and for a moment only."""

    def in_this_process(
        server: str, paths: list[str], seconds: int, connections: int, start: int
    ) -> Walk:
        urls = [f"{server}{path}" for path in (*paths[start:], *paths[:start])]
        return walking._of(client.main(urls, seconds / 25, connections, {}))

    for name in calls.STACKS:
        (tmp_path / f"{name}.log").write_text("elasticsearch failed; using the database: …\n")
    monkeypatch.setattr(walking, "_wrk", in_this_process)
    monkeypatch.setattr(walking, "_own_client", in_this_process)
    monkeypatch.setattr(queries, "statement_log", lambda connection: nullcontext())
    monkeypatch.setattr(queries, "during", lambda log, url: 3)
    monkeypatch.setattr(session, "_took", lambda bench, size, call: Took(2, 3, 1))
    told = ["--items", str(SIZE), "--questions", "4", "--rounds", "1", "--seconds", "1"]
    nothing: Any = None
    return session.Bench(nothing, tmp_path, tmp_path, {}, servers, options.parse(told))


def test_a_run_at_tiny_size(bench: session.Bench, heard: Heard) -> None:
    results = Results(bench.options, {"cores": 2})
    results.asked = session._ask(bench, SIZE)
    rows = {(found.call, found.served_by): found for found in results.asked}
    names = [*calls.KINDS, calls.SUMMARIES, calls.SUGGEST, calls.SAME_FORM]
    ours = {(name, engine) for name in names for engine in calls.ENGINES}
    assert set(rows) == ours | {(calls.SAME_FORM, calls.STOCK)}
    assert all(rows[place].repeated for place in ours)
    # What was in the log before is not counted.
    assert {found.stood_in for found in results.asked} == {0}
    assert {judged.reached for judged in judge(results)} == {None}
    assert "not measured" in report.text(results)
    # Questions are repeated before that is measured, on a server of their own.
    for engine in calls.ENGINES:
        repeated = heard[engine]
        assert min(repeated.values()) >= session.ASKED_BEFORE
        assert set(heard[calls.first_time(engine)]) >= set(repeated)


def test_first_time_means_without_a_response_cache() -> None:
    for engine in calls.ENGINES:
        first, again = calls.STACKS[calls.first_time(engine)], calls.STACKS[engine]
        assert first == again | {"API_CACHE_MB": "0"}


@pytest.mark.elasticsearch
def test_what_elasticsearch_says_of_itself(home: Any, follow: Follow) -> None:
    publish(make_standard(home, title="Saprotama vēstule"))
    assert follow()
    # The first finds little, and is asked in English too; the other is asked together with that.
    measured = took.measure(["vēstules", "vēstlue"])
    assert measured["requests"] == 1.5
    assert 0 <= measured["p50_ms"] <= measured["p95_ms"]
