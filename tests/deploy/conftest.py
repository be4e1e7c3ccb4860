"""The shipped nginx before gunicorn, both on ports of this machine, without privileges."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.waiting import wait_for

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
CONFIGURATION = ROOT / "deploy" / "nginx.conf"
# Of the shipped front, in seconds.
TIME_OUT = 10


@dataclass(frozen=True)
class Front:
    port: int
    media: Path


@contextmanager
def front(directory: Path, upstream: int, time_out: int = TIME_OUT) -> Iterator[Front]:
    """nginx as it is shipped, before whatever listens on the upstream's port.

    `time_out`: what its time-outs are cut down to, for a test that waits for their end.
    """
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    assert program, "nginx is not installed; the marker leaves these tests out"
    port = free_port()
    text = CONFIGURATION.read_text()
    for shipped, here in (
        ("server web:8000;", f"server {HOST}:{upstream};"),
        ("listen 8080 default_server;", f"listen {HOST}:{port};"),
        ("root /srv;", f"root {directory};"),
        ("/srv/unavailable.html", f"{CONFIGURATION.parent}/unavailable.html"),
        (f"client_header_timeout {TIME_OUT}s;", f"client_header_timeout {time_out}s;"),
        (f"client_body_timeout {TIME_OUT}s;", f"client_body_timeout {time_out}s;"),
        ("/tmp/nginx", f"{directory}/nginx"),
        ("/dev/stdout", f"{directory}/access.log"),
    ):
        assert shipped in text, shipped
        text = text.replace(shipped, here)
    # Workers of a root's nginx are somebody who may not read pytest's folders.
    user = "user root;\n" if os.geteuid() == 0 else ""
    configuration = directory / "nginx.conf"
    configuration.write_text(f"daemon off;\n{user}{text}")
    command = [program, "-p", str(directory), "-c", str(configuration), "-e", "stderr"]
    with service(command, port, directory / "nginx.out"):
        yield Front(port, directory / "media")


@contextmanager
def gunicorn(directory: Path) -> Iterator[int]:
    """One process with as many threads as production's; what is asked of it needs no database."""
    port = free_port()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "govlab.settings.test",
        "DATABASE_URL": f"sqlite:///{directory}/empty.sqlite3",
        "BIND": f"{HOST}:{port}",
        "WEB_CONCURRENCY": "1",
        "TRUSTED_PROXIES": "1",
    }
    with service([sys.executable, "-m", "gunicorn"], port, directory / "gunicorn.out", environment):
        yield port


@contextmanager
def service(
    command: list[str], port: int, log: Path, environment: dict[str, str] | None = None
) -> Iterator[None]:
    with log.open("wb") as output:
        child = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        wait_for(lambda: listens(port) or child.poll() is not None, 60)
        assert child.poll() is None, log.read_text()
        yield
    finally:
        child.terminate()
        child.wait(20)


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """The site behind its front."""
    directory = tmp_path_factory.mktemp("front")
    with gunicorn(directory) as upstream, front(directory, upstream) as served:
        yield served
