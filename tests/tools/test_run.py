"""`make run` says at once when it cannot serve."""

import socket
import subprocess
import sys
from pathlib import Path

from tools import run

ROOT = Path(__file__).parents[2]


def test_a_taken_port_is_told_before_anything_else() -> None:
    with socket.create_server((run.HOST, 0)) as other:
        port = other.getsockname()[1]
        result = subprocess.run(
            [sys.executable, "-m", "tools.run", "--port", str(port)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert result.returncode == 1
    assert f"Port {port} is taken" in result.stderr
    assert "make run PORT=8001" in result.stderr
    assert result.stdout == ""


def test_a_free_port_is_fine() -> None:
    with socket.create_server((run.HOST, 0)) as other:
        port = other.getsockname()[1]
    assert run.port_problem(port) is None
