"""The bench's sums, what it reads from wrk, and what it says of targets."""

import threading
from collections.abc import Iterator
from dataclasses import astuple
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from bench import calls, client, load, options, report, statistics
from bench.export import Export
from bench.load import Load
from bench.measures import Loaded
from bench.queries import STATEMENT, Queries
from bench.results import Results
from bench.scale import Latency
from bench.targets import judge

WRK = """\
Running 3s test @ http://127.0.0.1:8000/
  1 threads and 4 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     3.10ms  812.00us  15.00ms   90.00%
  Latency Distribution
     50%  950.00us
     75%    3.30ms
     90%    4.00ms
     99%    1.20s
  3903 requests in 3.00s, 2.00MB read
Requests/sec:   1300.53
Transfer/sec:    682.00KB
"""


def results() -> Results:
    return Results.begin(options.parse([]))


def test_wrk_is_read() -> None:
    assert astuple(load.from_wrk(WRK)) == pytest.approx((1300.53, 0.95, 1200.0))


@pytest.mark.parametrize(
    "line", ["  Socket errors: connect 0, read 3, write 0", "  Non-2xx or 3xx responses: 17"]
)
def test_failed_requests_fail_the_run(line: str) -> None:
    with pytest.raises(RuntimeError, match=line.strip()):
        load.from_wrk(f"{WRK}{line}\n")


def test_percentiles_and_medians() -> None:
    assert [statistics.percentile(range(1, 101), percent) for percent in (0, 50, 99)] == [1, 50, 99]
    assert statistics.middle([Load(1, 9, 5), Load(3, 7, 5), Load(2, 8, 6)]) == Load(2, 8, 5)
    with pytest.raises(ValueError, match="Nothing"):
        statistics.percentile([], 50)


def test_statements_are_counted_without_our_own() -> None:
    log = (
        "2026-11-24 [7] LOG:  statement: SELECT 1\n"
        "2026-11-24 [7] LOG:  execute <unnamed>: SELECT 2\n"
        "2026-11-24 [7] DETAIL:  parameters: $1 = 'x'\n"
        "2026-11-24 [9] LOG:  statement: /* bench */ UPDATE delivery_head\n"
    )
    assert len(STATEMENT.findall(log)) == 2


def test_targets() -> None:
    found = results()
    found.loads = [
        Loaded(calls.LIST, calls.V2, 10, Load(10, 1, 1)),
        Loaded(calls.LIST, calls.KEPT, 10, Load(1299, 1, 1)),
        Loaded(calls.ITEM, calls.MEMORY, 10, Load(2000, 1, 1)),
        Loaded(calls.ITEM_304, calls.KEPT, 0, Load(1200, 1, 1)),
    ]
    found.queries = [Queries(calls.ITEM, calls.KEPT, 2, 1), Queries(calls.LIST, calls.KEPT, 4, 1)]
    found.publishing = {"stock": [0.2, 0.1], "product": [0.1, 0.2]}
    found.exports = [Export(10_000, 60, 1, 1.5)]
    found.latencies = [Latency("list", 1000, 1, 1), Latency("list", 100_000, 1.2, 1.4)]
    assert [judged.reached for judged in judge(found)] == [
        False,
        True,
        True,
        False,
        True,
        True,
        False,
    ]
    told = report.text(found)
    assert "129.90" in told
    assert "MISSED" in told


def test_nothing_measured_is_reported_as_nothing() -> None:
    assert judge(results()) == []
    assert "load_generator" in report.text(results())


def test_tables_line_up() -> None:
    lines = report.table(["a", "bb"], [["1", "2"], ["333", "4"]]).splitlines()
    assert lines == ["| a   | bb |", "|-----|----|", "| 1   | 2  |", "| 333 | 4  |"]


def test_options() -> None:
    given = options.parse(["--items", "5", "--skip", "scale"])
    assert (given.items, given.skip) == (5, ("scale",))
    with pytest.raises(SystemExit):
        options.parse(["--seconds", "0"])


@pytest.fixture
def address() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path.startswith("/good") else 500)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *arguments: object) -> None:
        pass


def test_the_own_client_asks_and_fails_loudly(address: str) -> None:
    found = client.main([f"{address}/good", f"{address}/good?more"], 0.1, 1, {})
    assert found["requests"] > 1
    assert found["bytes"] == 2 * found["requests"]
    assert 0 < found["p50_ms"] <= found["p95_ms"] <= found["p99_ms"]
    with pytest.raises(RuntimeError, match="500"):
        client.main([f"{address}/bad"], 0.1, 1, {})
