"""The worker: publishes and expires what is due, relays marks, does chores, leads the consumers.

Each consumer has a thread of its own, so that one whose server hangs holds up nothing else.
"""

import logging
import time
from threading import Event, Thread

from django.core.management import call_command
from django.db import close_old_connections, connections
from django.utils import timezone

from . import chores
from .log import consumers, identity, relay
from .models import WorkerHeartbeat

logger = logging.getLogger(__name__)

# How often marks and new entries are looked for; a look costs two queries.
RELAY_SECONDS = 0.5
# How long a consumer that goes on failing is left alone at most.
LONGEST_PAUSE = 15.0
# How long consumers have, all together, to finish what they are at when the worker is to end. One
# that is cut off loses nothing: it gets the same entries again.
LAST_SECONDS = 3.0


def run_round(name: str) -> None:
    """Everything once, one after another."""
    do_due(name)
    follow()


def follow() -> None:
    """Brings the log up to the last commit, and every consumer up to the log's end."""
    relay.drain()
    consumers.advance_all()


def do_due(name: str) -> None:
    identity.ensure_identity()
    call_command("publish_scheduled", verbosity=0)
    chores.do_all()
    WorkerHeartbeat.objects.update_or_create(name=name, defaults={"seen_at": timezone.now()})


def run_rounds(name: str, *, interval: float, stop: Event) -> None:
    """Rounds until `stop` is set. A failed round is logged and the next one tries again."""
    pause = min(RELAY_SECONDS, interval)
    followers = [
        Thread(target=lead, args=(consumer, pause, stop), name=consumer.name, daemon=True)
        for consumer in consumers.registered()
    ]
    for follower in followers:
        follower.start()
    due = time.monotonic()
    while not stop.is_set():
        close_old_connections()
        try:
            if time.monotonic() >= due:
                due = time.monotonic() + interval
                do_due(name)
            relay.drain()
        except Exception:
            logger.exception("The worker's round failed; the next one tries again.")
        stop.wait(pause)
    deadline = time.monotonic() + LAST_SECONDS
    for follower in followers:
        follower.join(max(0.0, deadline - time.monotonic()))


def lead(consumer: consumers.Consumer, pause: float, stop: Event) -> None:
    """Along the log until `stop` is set; after each failure in a row twice as long a rest."""
    failures = 0
    try:
        while not stop.is_set():
            close_old_connections()
            try:
                failures = 0 if consumers.advance(consumer) else failures + 1
            except Exception:
                failures += 1
                logger.exception("Consumer “%s” could not be led on.", consumer.name)
            stop.wait(min(LONGEST_PAUSE, pause * 2 ** min(failures, 10)))
    finally:
        connections.close_all()
