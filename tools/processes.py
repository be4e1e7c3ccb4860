"""Runs child processes so that none outlives the command which started it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

POLL_SECONDS = 0.1
GRACE_SECONDS = 10.0
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

Command = Sequence[str | os.PathLike[str]]
Environment = Mapping[str, str]


def leave_on_signals() -> None:
    """From now on a request to stop raises SystemExit, so that `finally` clauses are run."""

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    for number in STOP_SIGNALS:
        signal.signal(number, leave)


@contextmanager
def noted_signals() -> Iterator[list[int]]:
    """Inside, a request to stop is put on the list and interrupts nothing."""
    noted: list[int] = []
    before = {
        number: signal.signal(number, lambda received, _frame: noted.append(received))
        for number in STOP_SIGNALS
    }
    try:
        yield noted
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def postponed_signals() -> Iterator[None]:
    """Inside, a request to stop waits until the end."""
    with noted_signals() as noted:
        yield
    if noted:
        signal.raise_signal(noted[0])


def run(command: Command, *, env: Environment | None = None, grace: float = GRACE_SECONDS) -> int:
    """Runs a command in the terminal's foreground and returns its exit code.

    Asked to stop, it lets the child tidy up first, then leaves by SystemExit.
    """
    with noted_signals() as noted:
        child = subprocess.Popen(command, env=env)
        deadline = float("inf")
        while child.poll() is None:
            if noted and deadline == float("inf"):
                deadline = time.monotonic() + grace
                if noted[0] != signal.SIGINT or not _in_terminal_foreground():
                    child.send_signal(signal.SIGINT)
            if time.monotonic() > deadline:
                child.kill()
            time.sleep(POLL_SECONDS)
    if noted:
        raise SystemExit(128 + noted[0])
    return _exit_code(child)


def require(command: Command, failure: str, *, env: Environment | None = None) -> None:
    """Runs a command without which there is no going on."""
    if code := run(command, env=env):
        print(failure, file=sys.stderr)
        raise SystemExit(code)


def supervise(
    services: Mapping[str, Command], *, env: Environment | None = None, grace: float = GRACE_SECONDS
) -> int:
    """Runs services side by side until one ends (its failure is ours) or a signal asks to stop."""
    children: dict[str, subprocess.Popen[bytes]] = {}
    with noted_signals() as noted:
        try:
            for name, command in services.items():
                # A session of its own: Ctrl-C reaches it through us, and it can be killed whole.
                children[name] = subprocess.Popen(command, env=env, start_new_session=True)
            ended = _wait_for_first(children, noted)
        finally:
            stop(children.values(), grace=grace, noted=noted)
    if ended is None:
        return 0
    code = _exit_code(children[ended])
    print(f"The {ended} ended by itself (exit code {code}); stopped the rest.", file=sys.stderr)
    return code or 1


def _in_terminal_foreground() -> bool:
    """Whether a Ctrl-C that we saw has reached our children as well."""
    try:
        with open("/dev/tty") as terminal:
            return os.tcgetpgrp(terminal.fileno()) == os.getpgrp()
    except OSError:
        return False


def _wait_for_first(
    children: Mapping[str, subprocess.Popen[bytes]], noted: Sequence[int]
) -> str | None:
    while not noted:
        for name, child in children.items():
            if child.poll() is not None:
                return name
        time.sleep(POLL_SECONDS)
    print("\nStopping; Ctrl-C again to stop at once.", file=sys.stderr)
    return None


def stop(
    children: Collection[subprocess.Popen[bytes]],
    *,
    grace: float = GRACE_SECONDS,
    noted: Sequence[int] = (),
) -> None:
    """Ends children that lead a session of their own, and what they left; `noted`: see above.

    Another signal noted meanwhile ends the wait.
    """
    for child in children:
        child.terminate()
    deadline = time.monotonic() + grace
    asked = len(noted)
    while any(child.poll() is None for child in children):
        if time.monotonic() > deadline or len(noted) > asked:
            break
        time.sleep(POLL_SECONDS)
    for child in children:
        # Also where the child has ended: it may have left children of its own.
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _exit_code(child: subprocess.Popen[bytes]) -> int:
    """As a shell would say it: a child that a signal ended has 128 and the signal's number."""
    return child.returncode if child.returncode >= 0 else 128 - child.returncode
