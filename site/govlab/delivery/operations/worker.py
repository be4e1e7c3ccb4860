"""The worker: does what is scheduled, relays marks, runs periodic tasks, leads the consumers.

Each of these has a thread and a database connection of its own, so that one that hangs or fails
holds up nothing else; nor does any the heartbeat, which says only that the process is there.
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

# How often marks and new entries are looked for; a look costs two queries.
RELAY_SECONDS = 0.5
# How long what goes on failing is left alone at most.
LONGEST_PAUSE = 15.0
# How long all have together to finish what they are at when the worker is to end. What is cut off
# loses nothing: it is done again.
LAST_SECONDS = 3.0

# Does what there is to do, and says whether that went well. What it raises is logged.
Step = Callable[[], bool]


def run_round(name: str) -> None:
    """Everything once, one after another."""
    periodic_tasks.run_all()
    run_due()
    beat(name)
    follow()


def follow() -> None:
    """Brings the log up to the last commit, and every consumer up to the log's end."""
    relay.drain()
    consumers.advance_all()


def beat(name: str) -> None:
    WorkerHeartbeat.objects.update_or_create(name=name, defaults={"seen_at": timezone.now()})


def run_rounds(name: str, *, interval: float, stop: Event) -> None:
    """Until `stop` is set: what is due and what is periodic every `interval` seconds, marks and new
    entries of the log at once."""
    # Before anything is written: one of them looks whether this is the log that it was.
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
    """Until `stop` is set; after each failure in a row twice as long a rest, up to a limit."""
    failures = 0
    try:
        while not stop.is_set():
            close_old_connections()
            try:
                failures = 0 if step() else failures + 1
            except Exception:
                failures += 1
                logger.exception("The worker's %s failed; it is tried again.", what)
            stop.wait(max(pause, min(LONGEST_PAUSE, pause * 2 ** min(failures, 10))))
    finally:
        connections.close_all()


def _well(work: Callable[[], object]) -> Step:
    """A step that went well unless it raised."""

    def step() -> bool:
        work()
        return True

    return step


def _advancing(consumer: consumers.Consumer) -> Step:
    return lambda: consumers.advance(consumer)
