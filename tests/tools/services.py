"""Services to run and to look after: each writes its process id where the test finds it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0

# A service writes its process id; `deaf` ones ignore the request to end.
SERVICE = """
import os, pathlib, signal, subprocess, sys, time
directory, name, kind = sys.argv[1:]
if kind == "deaf":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
if kind == "parent":
    subprocess.Popen([sys.executable, "-c", sys.orig_argv[2], directory, name + "-child", "deaf"])
pathlib.Path(directory, name).write_text(str(os.getpid()))
time.sleep({"brief": 0.5}.get(kind, 60))
sys.exit(3 if kind == "brief" else 0)
"""
SUPERVISOR = """
import sys
from tools import processes
directory, *services = sys.argv[2:]
sys.exit(processes.supervise(
    {
        name: [sys.executable, "-c", sys.argv[1], directory, name, kind]
        for name, _, kind in (service.partition("=") for service in services)
    },
    grace=1.0,
))
"""


def supervised(directory: Path, *services: str) -> list[str]:
    return [sys.executable, "-c", SUPERVISOR, SERVICE, str(directory), *services]


def start(directory: Path, *services: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        supervised(directory, *services),
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.05)


def wait_for_services(directory: Path, *names: str) -> list[int]:
    def written() -> bool:
        return all((directory / name).exists() and (directory / name).read_text() for name in names)

    wait_until(written)
    return [int((directory / name).read_text()) for name in names]


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    # An orphan whom nobody has collected yet has ended all the same.
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
