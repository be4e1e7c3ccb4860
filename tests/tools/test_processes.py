"""No child outlives the command that started it, however that ends."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.services import (
    PATIENCE,
    ROOT,
    SERVICE,
    is_alive,
    start,
    supervised,
    wait_for_services,
    wait_until,
)

# Runs a command in a terminal of its own, whose keyboard is our standard input.
TERMINAL = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"
CTRL_C = b"\x03"


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


def test_ctrl_c_in_a_terminal_stops_all(tmp_path: Path) -> None:
    command = supervised(tmp_path, "one=plain", "two=parent")
    with subprocess.Popen(
        [sys.executable, "-c", TERMINAL, *command],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        bufsize=0,
    ) as terminal:
        assert terminal.stdin is not None
        children = wait_for_services(tmp_path, "one", "two", "two-child")
        terminal.stdin.write(CTRL_C)
        assert terminal.wait(timeout=PATIENCE) == 0
    wait_until(lambda: not any(map(is_alive, children)))
