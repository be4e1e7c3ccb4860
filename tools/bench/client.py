"""The load generator where wrk is not installed: threads, each with one connection at a time.

Python takes processor time that wrk leaves to the servers, so fast answers look slower with it.
"""

import json
import sys
import threading
import time
from http.client import HTTPConnection
from urllib.parse import urlsplit

from .statistics import percentile


def main(url: str, seconds: float, connections: int, headers: dict[str, str]) -> dict[str, float]:
    """Raises RuntimeError where a request failed."""
    times: list[float] = []
    failures: list[str] = []
    started = time.perf_counter()
    asking = [
        threading.Thread(target=_ask, args=(url, headers, started + seconds, times, failures))
        for _ in range(connections)
    ]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    took = time.perf_counter() - started
    if failures:
        raise RuntimeError(failures[0])
    return {
        "per_second": len(times) / took,
        "p50_ms": percentile(times, 50) * 1000,
        "p99_ms": percentile(times, 99) * 1000,
    }


def _ask(
    url: str, headers: dict[str, str], until: float, times: list[float], failures: list[str]
) -> None:
    parts = urlsplit(url)
    address = f"{parts.path}?{parts.query}"
    connection = HTTPConnection(parts.netloc, timeout=60)
    try:
        while (before := time.perf_counter()) < until:
            # Connects again by itself where the server closed.
            connection.request("GET", address, headers=headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status not in (200, 304):
                raise RuntimeError(f"{url} answered {answer.status}")
            times.append(time.perf_counter() - before)
    except Exception as error:
        failures.append(f"{type(error).__name__}: {error}")
    finally:
        connection.close()


if __name__ == "__main__":
    _, url, seconds, connections, headers = sys.argv
    print(json.dumps(main(url, float(seconds), int(connections), json.loads(headers))))
