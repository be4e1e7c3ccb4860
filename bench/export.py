"""The export of everything: its speed, and what it does to the memory of the worker that makes it."""

import http.client
import subprocess
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from tools.servers import Server

SAMPLE_SECONDS = 0.05
READ = 1 << 16


@dataclass(frozen=True)
class Export:
    documents: int
    megabytes: float
    seconds: float
    grown_megabytes: float


def measure(server: Server, documents: int) -> Export:
    """Growth is from before the export to the highest seen while it ran, of whichever worker."""
    workers = _children(server.pid)
    before = {pid: resident(pid) for pid in workers}
    highest = dict(before)
    done = threading.Event()

    def watch() -> None:
        while not done.wait(SAMPLE_SECONDS):
            for pid in workers:
                highest[pid] = max(highest[pid], resident(pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    started = time.perf_counter()
    try:
        size, lines = _read(f"{server.address}/api/v1/export")
    finally:
        seconds = time.perf_counter() - started
        done.set()
        watcher.join()
    if lines != documents + 2:  # one that opens and one that closes
        raise RuntimeError(f"The export has {lines} lines for {documents} documents.")
    grown = max(highest[pid] - before[pid] for pid in workers)
    return Export(documents, size / 1e6, seconds, grown / 1024)


def _read(url: str) -> tuple[int, int]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=120)
    connection.request("GET", parts.path)
    answer = connection.getresponse()
    size = lines = 0
    while chunk := answer.read(READ):
        size += len(chunk)
        lines += chunk.count(b"\n")
    connection.close()
    return size, lines


def resident(pid: int) -> int:
    """Kilobytes of memory that the process holds now."""
    return int(_ps("-o", "rss=", "-p", str(pid)) or 0)


def _children(parent: int) -> list[int]:
    rows = (line.split() for line in _ps("-A", "-o", "pid=,ppid=").splitlines())
    return [int(pid) for pid, above in rows if int(above) == parent]


def _ps(*options: str) -> str:
    return subprocess.run(["ps", *options], capture_output=True, text=True).stdout.strip()
