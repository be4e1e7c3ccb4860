"""The worker's rounds: publish and expire what is due, relay marks, do chores, say it is alive."""

import logging
import time
from threading import Event

from django.core.management import call_command
from django.db import close_old_connections
from django.utils import timezone

from . import chores
from .log import consumers, relay
from .models import WorkerHeartbeat

logger = logging.getLogger(__name__)

# How often marks are looked for; a look costs two queries.
RELAY_SECONDS = 0.5


def run_round(name: str) -> None:
    call_command("publish_scheduled", verbosity=0)
    follow()
    chores.do_all()
    WorkerHeartbeat.objects.update_or_create(name=name, defaults={"seen_at": timezone.now()})


def follow() -> None:
    """Brings the log up to the last commit, and every consumer up to the log's end."""
    relay.drain()
    consumers.advance_all()


def run_rounds(name: str, *, interval: float, stop: Event) -> None:
    """Rounds until `stop` is set. A failed round is logged and the next one tries again."""
    due = time.monotonic()
    while not stop.is_set():
        close_old_connections()
        try:
            if time.monotonic() >= due:
                due = time.monotonic() + interval
                run_round(name)
            else:
                follow()
        except Exception:
            logger.exception("The worker's round failed; the next one tries again.")
        stop.wait(min(RELAY_SECONDS, interval))
