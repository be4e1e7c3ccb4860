"""The installation under test: a database, a web server, two workers; each can be broken."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import requests

from tools import processes
from tools.environment import ROOT
from tools.servers import HOST, free_port

from .cluster import Cluster

WORKERS = 2
START_SECONDS = 90


@dataclass
class Installation:
    cluster: Cluster
    environment: Mapping[str, str]
    logs: Path
    port: int = field(default_factory=free_port)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    def start(self, name: str, *, shift_seconds: int = 0) -> None:
        """`web` or `worker-N`; a worker's clock may be shifted. Takes the place of one that runs:
        two faults that end one after the other would leave two of a name, and only one stopped."""
        self.kill(name)
        if name == "web":
            options = ["--bind", f"{HOST}:{self.port}", "--workers", "2", "--graceful-timeout", "5"]
            command = [sys.executable, "-m", "gunicorn", *options]
        else:
            command = [
                sys.executable,
                "-m",
                "tools.faults.shifted_worker",
                name,
                str(shift_seconds),
            ]
        with (self.logs / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self, name: str) -> None:
        """At once, with all it has begun; nothing where it has ended already."""
        running = self.processes.get(name)
        if running is None or running.poll() is not None:
            return
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()

    def wait_for_web(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            with suppress(requests.RequestException):
                if requests.get(f"{self.address}/readyz", timeout=10).status_code == 200:
                    return
            time.sleep(0.3)
        raise TimeoutError("the web server does not answer: see its log")

    @property
    def worker_names(self) -> list[str]:
        return [f"worker-{number}" for number in range(1, WORKERS + 1)]

    def connect(self) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(self.cluster.url, autocommit=True)


@contextmanager
def running(installation: Installation) -> Iterator[None]:
    with ExitStack() as stack:
        stack.callback(lambda: processes.stop(list(installation.processes.values())))
        for name in ("web", *installation.worker_names):
            installation.start(name)
        installation.wait_for_web()
        yield
