"""Asks as fast as answers come, for some seconds: with wrk, or with our own client without it."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from .web import get

WARM_UP_REQUESTS = 10
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True)
class Load:
    per_second: float
    p50_ms: float
    p99_ms: float


def tool() -> str:
    return "wrk" if shutil.which("wrk") else "own client"


def measure(url: str, headers: Mapping[str, str], *, seconds: int, connections: int) -> Load:
    """Raises RuntimeError where a request failed."""
    run = _wrk if shutil.which("wrk") else _own_client
    for _ in range(WARM_UP_REQUESTS):
        get(url, headers)
    return run(url, headers, seconds, connections)


def _wrk(url: str, headers: Mapping[str, str], seconds: int, connections: int) -> Load:
    given = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    options = ["--latency", "--threads", "1", "--connections", str(connections)]
    return from_wrk(output(["wrk", *options, "--duration", f"{seconds}s", *given, url]))


def from_wrk(output: str) -> Load:
    """Reads what wrk prints. Raises RuntimeError for failed requests."""
    if problem := re.search(r"(Socket errors|Non-2xx or 3xx responses): .*", output):
        raise RuntimeError(problem.group())
    rate = re.search(r"Requests/sec:\s+([\d.]+)", output)
    if not rate or not float(rate[1]):
        raise RuntimeError("No answer came in time: give more --seconds.")
    return Load(float(rate[1]), _percentile(output, 50), _percentile(output, 99))


def _percentile(output: str, percent: int) -> float:
    found = re.search(rf"^\s+{percent}%\s+([\d.]+)(us|ms|s|m)\s*$", output, re.MULTILINE)
    if not found:
        raise RuntimeError(f"wrk says nothing of the {percent}th percentile:\n{output}")
    return float(found[1]) * UNITS[found[2]]


def _own_client(url: str, headers: Mapping[str, str], seconds: int, connections: int) -> Load:
    command = [sys.executable, "-m", "bench.client", url]
    found = json.loads(output([*command, str(seconds), str(connections), json.dumps(headers)]))
    return Load(found["requests"] / found["seconds"], found["p50_ms"], found["p99_ms"])


def output(command: list[str], given: str = "") -> str:
    """What a command prints. Raises RuntimeError where it fails."""
    done = subprocess.run(command, input=given, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stdout}{done.stderr}")
    return done.stdout
