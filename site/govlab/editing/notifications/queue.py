"""Sends the emails that requests have queued. A periodic task of the worker."""

import logging
from datetime import datetime
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from govlab.delivery.locks import exclusive

from ..models import QueuedMail
from .transport import GIVE_UP_AFTER, delay_after, mail_connection

logger = logging.getLogger(__name__)

BATCH = 100


def run() -> None:
    """The periodic task."""
    with exclusive("queued mail") as ours:
        if ours:
            send_queued(timezone.now())


def send_queued(now: datetime) -> None:
    connection = mail_connection()
    due = QueuedMail.objects.filter(next_try_at__lte=now).order_by("pk")
    for row in list(due[:BATCH]):
        try:
            EmailMultiAlternatives(**row.message, connection=connection).send()
        except Exception as error:
            logger.exception("Mail %s was not sent.", row.pk)
            _retry_later(row, now)
            if isinstance(error, OSError):  # The server, and not this mail, is the reason.
                return
        else:
            row.delete()


def _retry_later(row: Any, now: datetime) -> None:
    if row.created_at < now - GIVE_UP_AFTER:
        logger.error("Mail %s could not be sent in a week.", row.pk)
        row.delete()
        return
    row.next_try_at = now + delay_after(row.attempts)
    row.attempts += 1
    row.save(update_fields=["attempts", "next_try_at"])
