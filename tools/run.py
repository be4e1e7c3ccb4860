"""`make run`: from a fresh clone to a served site with content, an account and a worker."""

import argparse
import os
import socket
import sys

from tools import processes
from tools.environment import ROOT, ensure

HOST = "127.0.0.1"


def main(arguments: list[str] | None = None) -> int:
    processes.leave_on_signals()
    port = _parse(arguments)
    if problem := port_problem(port):
        sys.exit(problem)
    python = ensure(ROOT / "requirements.txt")
    (ROOT / "var").mkdir(exist_ok=True)
    address = f"http://{HOST}:{port}"
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "govlab.settings.dev",
        "SITE_URL": address,
        "BIND": f"{HOST}:{port}",
    }
    manage: list[str | os.PathLike[str]] = [python, "manage.py"]
    steps: list[list[str | os.PathLike[str]]] = [
        [python, "-m", "tools.messages", "compile"],
        [*manage, "migrate", "--verbosity", "0"],
        [*manage, "load_starting_content"],
        [*manage, "load_search_synonyms"],
        [*manage, "create_dev_accounts"],
    ]
    for step in steps:
        named = " ".join(str(part) for part in step[1:])
        processes.require(step, f"`{named}` failed; the reason is above.", env=env)
    print(f"\nThe site: {address}/   Ctrl-C stops it.\n", flush=True)
    return processes.supervise(
        {"web server": [python, "-m", "gunicorn"], "worker": [*manage, "run_worker"]}, env=env
    )


def port_problem(port: int) -> str | None:
    """What keeps us from serving on a port, and the way out; None where nothing does."""
    way_out = "Choose another, for example: make run PORT=8001"
    with socket.socket() as probe:
        # As the server will: a port in TIME_WAIT after the last run is not taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            return f"Port {port} is open to the system only. {way_out}"
        except OSError:
            return f"Port {port} is taken: another program serves there. {way_out}"
    return None


def _parse(arguments: list[str] | None) -> int:
    parser = argparse.ArgumentParser(prog="tools.run", description=__doc__)
    parser.add_argument("--port", type=_port, default=8000)
    port: int = parser.parse_args(arguments).port
    return port


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 2**16:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: give a number up to 65535")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
