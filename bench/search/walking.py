"""Asks many addresses of one server in turn, as fast as answers come, for some seconds."""

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from ..load import output

SCRIPT = Path(__file__).with_name("walk.lua")
PATIENCE = "60s"


@dataclass(frozen=True)
class Walk:
    per_second: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    # Of an answer, on average, with its headers.
    bytes: float


def walk(
    server: str, paths: Sequence[str], *, seconds: int, connections: int, start: int = 0
) -> Walk:
    """From the path at `start`, and from the first again. Raises RuntimeError for a failure."""
    run = _wrk if shutil.which("wrk") else _own_client
    return run(server, paths, seconds, connections, start)


def _wrk(server: str, paths: Sequence[str], seconds: int, connections: int, start: int) -> Walk:
    options = ["--threads", "1", "--connections", str(connections), "--timeout", PATIENCE]
    options += ["--duration", f"{seconds}s", "--script", str(SCRIPT)]
    with tempfile.NamedTemporaryFile("w", prefix="govlab-bench-", encoding="ascii") as file:
        file.write("\n".join(paths))
        file.flush()
        return from_wrk(output(["wrk", *options, server, "--", file.name, str(start)]))


def from_wrk(printed: str) -> Walk:
    """Reads what the script prints. Raises RuntimeError for failed requests."""
    found = re.search(r"^walked (\{.*\})$", printed, re.MULTILINE)
    if not found:
        raise RuntimeError(f"wrk did not come to its end:\n{printed}")
    return _of(json.loads(found[1]))


def _own_client(
    server: str, paths: Sequence[str], seconds: int, connections: int, start: int
) -> Walk:
    asked = json.dumps([f"{server}{path}" for path in (*paths[start:], *paths[:start])])
    command = [sys.executable, "-m", "bench.client", "-", str(seconds), str(connections)]
    return _of(json.loads(output([*command, "{}"], asked)))


def _of(found: Mapping[str, Any]) -> Walk:
    if found["failures"]:
        raise RuntimeError(f"{found['failures']} of {found['requests']} requests failed.")
    if not found["requests"]:
        raise RuntimeError("No answer came in time: give more --seconds.")
    return Walk(
        per_second=found["requests"] / found["seconds"],
        bytes=found["bytes"] / found["requests"],
        **{name: found[name] for name in ("p50_ms", "p95_ms", "p99_ms")},
    )


def middle(walks: Sequence[Walk]) -> Walk:
    """The median of each figure over the rounds."""
    return Walk(
        **{
            name: median(getattr(walk, name) for walk in walks)
            for name in Walk.__dataclass_fields__
        }
    )
