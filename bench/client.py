"""The load generator where wrk is not installed: threads, each with one connection at a time.

Called with an address, or with `-` and a list of them as JSON in its input.

Python takes processor time that wrk leaves to the servers, so fast answers look slower with it.
"""

import json
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from http.client import HTTPConnection
from itertools import cycle
from urllib.parse import urlsplit

from .statistics import percentile


def main(
    urls: Sequence[str], seconds: float, connections: int, headers: dict[str, str]
) -> dict[str, float]:
    """Asks for the addresses, all of one server, in turn. Raises RuntimeError where one failed."""
    times: list[float] = []
    sizes: list[int] = []
    failures: list[str] = []
    turns = cycle(urls)
    started = time.perf_counter()
    asking = [
        threading.Thread(
            target=_ask, args=(turns, headers, started + seconds, times, sizes, failures)
        )
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
        "requests": len(times),
        "seconds": took,
        "bytes": sum(sizes),
        "failures": 0,
        **{f"p{percent}_ms": percentile(times, percent) * 1000 for percent in (50, 95, 99)},
    }


def _ask(
    turns: Iterator[str],
    headers: dict[str, str],
    until: float,
    times: list[float],
    sizes: list[int],
    failures: list[str],
) -> None:
    url = next(turns)
    connection = HTTPConnection(urlsplit(url).netloc, timeout=60)
    try:
        while (before := time.perf_counter()) < until:
            parts = urlsplit(url)
            # Connects again by itself where the server closed.
            connection.request("GET", f"{parts.path}?{parts.query}", headers=headers)
            answer = connection.getresponse()
            sizes.append(len(answer.read()))
            if answer.status not in (200, 304):
                raise RuntimeError(f"{url} answered {answer.status}")
            times.append(time.perf_counter() - before)
            url = next(turns)
    except Exception as error:
        failures.append(f"{type(error).__name__}: {error}")
    finally:
        connection.close()


if __name__ == "__main__":
    _, url, seconds, connections, headers = sys.argv
    urls = json.load(sys.stdin) if url == "-" else [url]
    print(json.dumps(main(urls, float(seconds), int(connections), json.loads(headers))))
