"""The worker's rounds: publish and expire what is due, then say that it is alive."""

import logging
from threading import Event

from django.core.management import call_command
from django.db import close_old_connections
from django.utils import timezone

from .models import WorkerHeartbeat

logger = logging.getLogger(__name__)


def run_round(name: str) -> None:
    call_command("publish_scheduled", verbosity=0)
    WorkerHeartbeat.objects.update_or_create(name=name, defaults={"seen_at": timezone.now()})


def run_rounds(name: str, *, interval: float, stop: Event) -> None:
    """Rounds until `stop` is set. A failed round is logged and the next one tries again."""
    while not stop.is_set():
        close_old_connections()
        try:
            run_round(name)
        except Exception:
            logger.exception("The worker's round failed; the next one tries again.")
        stop.wait(interval)
