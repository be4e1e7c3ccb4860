"""No child outlives the command that started it, however that ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

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


def start(directory: Path, *services: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, SERVICE, str(directory), *services],
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


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("kind", ["plain", "deaf"])
def test_a_signal_stops_all(tmp_path: Path, number: signal.Signals, kind: str) -> None:
    supervisor = start(tmp_path, "one=plain", f"two={kind}")
    children = wait_for_services(tmp_path, "one", "two")
    supervisor.send_signal(number)
    supervisor.communicate(timeout=PATIENCE)
    assert supervisor.returncode == 0
    assert [pid for pid in children if is_alive(pid)] == []


def test_when_one_ends_the_other_is_stopped(tmp_path: Path) -> None:
    supervisor = start(tmp_path, "one=plain", "two=brief")
    children = wait_for_services(tmp_path, "one", "two")
    _, said = supervisor.communicate(timeout=PATIENCE)
    assert supervisor.returncode == 3
    assert "The two ended by itself (exit code 3)" in said
    assert [pid for pid in children if is_alive(pid)] == []


def test_children_of_children_are_stopped(tmp_path: Path) -> None:
    supervisor = start(tmp_path, "one=parent")
    pids = wait_for_services(tmp_path, "one", "one-child")
    supervisor.send_signal(signal.SIGTERM)
    supervisor.communicate(timeout=PATIENCE)
    wait_until(lambda: not any(map(is_alive, pids)))


def test_a_command_in_the_foreground_is_stopped_too(tmp_path: Path) -> None:
    runner = "import sys; from tools import processes; sys.exit(processes.run(sys.argv[1:]))"
    service = [sys.executable, "-c", SERVICE, str(tmp_path), "one", "plain"]
    process = subprocess.Popen(
        [sys.executable, "-c", runner, *service], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    children = wait_for_services(tmp_path, "one")
    process.terminate()
    assert process.wait(timeout=PATIENCE) == 128 + signal.SIGTERM
    assert [pid for pid in children if is_alive(pid)] == []
