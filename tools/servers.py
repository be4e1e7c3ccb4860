"""Servers side by side, each on a free port of this machine, stopped at the end."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools import processes
from tools.environment import ROOT

HOST = "127.0.0.1"
WORKERS = 2
START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    address: str
    pid: int


class ServerError(Exception):
    """A server that did not start; what it said."""


@contextmanager
def gunicorns(
    stacks: Mapping[str, Mapping[str, str]], environment: Mapping[str, str], logs: Path
) -> Iterator[dict[str, Server]]:
    """`stacks`: name → what it adds to the environment."""
    with ExitStack() as running:
        yield {
            name: running.enter_context(_gunicorn({**environment, **added}, logs / f"{name}.log"))
            for name, added in stacks.items()
        }


@contextmanager
def _gunicorn(environment: dict[str, str], log: Path) -> Iterator[Server]:
    port = free_port()
    command = [
        *(sys.executable, "-m", "gunicorn", "--bind", f"{HOST}:{port}"),
        *("--workers", str(WORKERS), "--worker-class", "sync", "--threads", "1"),
    ]
    with _service(command, log, port, ROOT, environment) as server:
        yield server


@contextmanager
def nginx(answers: Path, logs: Path) -> Iterator[Server | None]:
    """Serves the folder's files; None where nginx is not installed."""
    program = shutil.which("nginx", path=os.pathsep.join((*os.get_exec_path(), "/usr/sbin")))
    if not program:
        yield None
        return
    port = free_port()
    configuration = logs / "nginx.conf"
    configuration.write_text(_NGINX.format(logs=logs, root=answers, port=port, workers=WORKERS))
    command = [program, "-p", str(logs), "-c", str(configuration), "-e", str(logs / "nginx.log")]
    with _service(command, logs / "nginx.out", port, logs, dict(os.environ)) as server:
        yield server


# Root's workers stay root's: the folder is private, and nothing but this machine is served.
_NGINX = """\
daemon off; {user}worker_processes {{workers}}; pid {{logs}}/nginx.pid;
events {{{{ worker_connections 256; }}}}
http {{{{
  access_log off; default_type application/json;
  client_body_temp_path {{logs}}/body; proxy_temp_path {{logs}}/proxy;
  fastcgi_temp_path {{logs}}/fastcgi; uwsgi_temp_path {{logs}}/uwsgi; scgi_temp_path {{logs}}/scgi;
  server {{{{ listen 127.0.0.1:{{port}}; root {{root}}; }}}}
}}}}
""".format(user="user root; " if os.geteuid() == 0 else "")


@contextmanager
def _service(
    command: list[str], log: Path, port: int, directory: Path, environment: dict[str, str]
) -> Iterator[Server]:
    with log.open("ab") as output:
        child = subprocess.Popen(
            command,
            cwd=directory,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        _wait(child, port, log)
        yield Server(f"http://{HOST}:{port}", child.pid)
    finally:
        with processes.postponed_signals():
            processes.stop([child])


def _wait(child: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and child.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(processes.POLL_SECONDS)
    raise ServerError(f"{child.args!r} did not start:\n{log.read_text(errors='replace')}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port
