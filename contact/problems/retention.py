"""Deletes problems whose time is over."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from ..models import Problem
from .submission import retention


def purge(today: date | None = None) -> None:
    """A periodic task. Delete what was promised to be deleted by now, earlier where the setting has
    become shorter meanwhile."""
    today = today or timezone.localdate()
    over = Q(delete_on__lt=today) | Q(received_at__date__lt=today - retention())
    Problem.objects.filter(over).delete()
