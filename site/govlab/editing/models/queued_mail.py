"""Emails of Wagtail and Django that wait to be sent: see `notifications/queue.py`."""

from django.db import models
from django.utils import timezone


class QueuedMail(models.Model):
    """Deleted once it is sent, since it may hold the link of a password reset."""

    # The arguments of `EmailMultiAlternatives`.
    message = models.JSONField()
    created_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now, db_index=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"mail {self.pk} of {self.created_at:%Y-%m-%d %H:%M}"
