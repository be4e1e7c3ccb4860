"""The worker: runs the schedule, the relay, the periodic tasks and the consumers.

Each has its own thread and database connection, so that a failure or delay of one does not affect
the others. The heartbeat says only that the process is running.
"""

import logging
import time
from collections.abc import Callable
from threading import Event, Thread

from django.db import close_old_connections, connections
from django.utils import timezone

from ..log import consumers, relay
from ..models import WorkerHeartbeat
from ..schedule.run import run_due
from . import periodic_tasks

logger = logging.getLogger(__name__)

# The interval of polling for marks and entries; a poll costs two queries.
RELAY_SECONDS = 0.5
# The maximum backoff after repeated failures.
LONGEST_PAUSE = 15.0
# The grace period for all threads at shutdown. Interrupted work is not lost, but repeated.
LAST_SECONDS = 3.0

# Does the pending work, and returns whether it succeeded. Exceptions are logged.
Step = Callable[[], bool]


def run_round(name: str) -> None:
    """Run everything once, sequentially."""
    periodic_tasks.run_all()
    run_due()
    beat(name)
    follow()


def follow() -> None:
    """Relay all marks, and advance all consumers to the end of the log."""
    relay.drain()
    consumers.advance_all()


def beat(name: str) -> None:
    WorkerHeartbeat.objects.update_or_create(name=name, defaults={"seen_at": timezone.now()})


def run_rounds(name: str, *, interval: float, stop: Event) -> None:
    """Run until `stop` is set: the schedule and the periodic tasks every `interval` seconds, the
    relay and the consumers as soon as there is work."""
    # Before anything is written, since one task detects that the log was restored.
    periodic_tasks.run_all()
    pause = min(RELAY_SECONDS, interval)
    steps: list[tuple[str, Step, float]] = [
        ("schedule", _well(run_due), interval),
        ("periodic tasks", _well(periodic_tasks.run_all), interval),
        ("relay", _well(relay.drain), pause),
        *((each.name, _advancing(each), pause) for each in consumers.registered()),
    ]
    threads = [
        Thread(target=repeat, args=(what, step, rest, stop), name=what, daemon=True)
        for what, step, rest in steps
    ]
    for thread in threads:
        thread.start()
    repeat("heartbeat", _well(lambda: beat(name)), interval, stop)
    deadline = time.monotonic() + LAST_SECONDS
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))


def repeat(what: str, step: Step, pause: float, stop: Event) -> None:
    """Repeat the step until `stop` is set, with exponential backoff after failures."""
    failures = 0
    try:
        while not stop.is_set():
            close_old_connections()
            try:
                failures = 0 if step() else failures + 1
            except Exception:
                failures += 1
                logger.exception("The worker's %s failed and will be retried.", what)
            stop.wait(max(pause, min(LONGEST_PAUSE, pause * 2 ** min(failures, 10))))
    finally:
        connections.close_all()


def _well(work: Callable[[], object]) -> Step:
    """Return a step that succeeds unless it raises."""

    def step() -> bool:
        work()
        return True

    return step


def _advancing(consumer: consumers.Consumer) -> Step:
    return lambda: consumers.advance(consumer)
