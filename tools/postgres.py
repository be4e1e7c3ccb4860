"""A private PostgreSQL for one run of the tests: fast, reachable by a socket file only, gone after."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tools import processes

BINARIES = ("initdb", "pg_ctl", "postgres")
ROLE = "govlab"
SPEED_OVER_SAFETY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
# What was committed survives a crash of the server, though not one of the machine.
CRASH_SAFE = ("fsync=off",)


class ClusterError(Exception):
    """PostgreSQL is installed, but would not start."""


def find_binaries(candidates: Iterable[Path] | None = None) -> Path | None:
    """The first directory that holds a whole server; client packages install only some of it."""
    for directory in candidates if candidates is not None else _usual_directories():
        if all(os.access(directory / binary, os.X_OK) for binary in BINARIES):
            return directory
    return None


def require_binaries() -> Path:
    """PostgreSQL's server programs. Ends the program, saying how to get them, where there are none."""
    found = find_binaries()
    if found is None:
        sys.exit("This needs PostgreSQL's server programs: apt install postgresql")
    return found


def _usual_directories() -> Iterator[Path]:
    if pg_config := shutil.which("pg_config"):
        answer = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True)
        yield Path(answer.stdout.strip())
    yield from newest_first(Path("/usr/lib/postgresql").glob("*/bin"))
    if initdb := shutil.which("initdb"):
        yield Path(initdb).resolve().parent


def newest_first(directories: Iterable[Path]) -> list[Path]:
    """Sorts `…/15/bin` and `…/9.6/bin` by version."""

    def version(directory: Path) -> list[int]:
        return [int(part) for part in directory.parent.name.split(".") if part.isdecimal()]

    return sorted(directories, key=version, reverse=True)


@contextmanager
def temporary_cluster(binaries: Path) -> Iterator[str]:
    """Yields the cluster's DATABASE_URL."""
    with private_cluster(binaries, SPEED_OVER_SAFETY) as cluster:
        yield cluster.url


@contextmanager
def private_cluster(binaries: Path, settings: Sequence[str]) -> Iterator["Cluster"]:
    directory = Path(tempfile.mkdtemp(prefix="govlab-postgres-"))
    cluster = Cluster(binaries, directory, _unprivileged_account(), settings)
    try:
        with processes.postponed_signals():
            cluster.create()
            cluster.start()
        yield cluster
    finally:
        with processes.postponed_signals():
            cluster.stop()
            shutil.rmtree(directory, ignore_errors=True)


def _unprivileged_account() -> pwd.struct_passwd | None:
    """Whom the server runs as where we are root, whom it refuses."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


class Cluster:
    def __init__(
        self,
        binaries: Path,
        directory: Path,
        account: pwd.struct_passwd | None,
        settings: Sequence[str],
    ) -> None:
        self.binaries = binaries
        self.settings = settings
        self.directory = directory
        self.data = directory / "data"
        self.log = directory / "commands.log"
        # Written by the server itself, who may not be us.
        self.server_log = directory / "server.log"
        self.account = account

    @property
    def url(self) -> str:
        return f"postgresql://{ROLE}@{quote(str(self.directory), safe='')}/postgres"

    def create(self) -> None:
        if self.account:
            os.chown(self.directory, self.account.pw_uid, self.account.pw_gid)
        ctype = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
        self._require(
            [
                "initdb",
                "--auth=trust",
                "--encoding=UTF8",
                f"--lc-ctype={ctype}",
                "--lc-collate=C",
                "--no-sync",
                f"--username={ROLE}",
                f"--pgdata={self.data}",
            ]
        )

    def start(self) -> None:
        settings = ["listen_addresses=", f"unix_socket_directories={self.directory}"]
        options = " ".join(f"-c {setting}" for setting in (*settings, *self.settings))
        self._require(
            [
                "pg_ctl",
                "start",
                "--wait",
                "--silent",
                f"--pgdata={self.data}",
                f"--log={self.directory / 'server.log'}",
                f"--options={options}",
            ]
        )

    def stop(self) -> None:
        """At once, as a crash of the server is."""
        if (self.data / "postmaster.pid").exists():
            self._call(["pg_ctl", "stop", "--mode=immediate", "--silent", f"--pgdata={self.data}"])

    def _require(self, command: Sequence[str]) -> None:
        if self._call(command).returncode:
            logs = [log for log in (self.log, self.server_log) if log.exists()]
            said = "\n".join(log.read_text(encoding="utf-8", errors="replace") for log in logs)
            raise ClusterError(f"`{command[0]}` of {self.binaries} failed:\n{said.strip()}")

    def _call(self, command: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
        with self.log.open("ab") as log:
            return subprocess.run(
                [self.binaries / command[0], *command[1:]],
                cwd=self.directory,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # out of reach of a Ctrl-C, which we hold back
                user=self.account.pw_uid if self.account else None,
                group=self.account.pw_gid if self.account else None,
                extra_groups=[] if self.account else None,
            )
