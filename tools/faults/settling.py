"""Waits until nothing is left to do, and says what is if that does not come about."""

import time
from datetime import timedelta

from django.db import DatabaseError, connections
from django.db.models import Q
from django.utils import timezone

SECONDS = 120
# Further ahead than any action schedules.
HORIZON = timedelta(seconds=20)
# What an editor has to put right; everything else comes about by itself.
REFUSALS = ("PublicationRefused", "ValidationError", "UnreadableRevisionError")


def settle() -> str:
    """What still waits; empty where all is done."""
    deadline = time.monotonic() + SECONDS
    waits = "the database does not answer"
    while time.monotonic() < deadline:
        try:
            if not (waits := _what_waits()):
                return ""
        except DatabaseError as error:
            waits = str(error)
            connections.close_all()
        time.sleep(0.5)
    return waits


def _what_waits() -> str:
    from govlab.delivery.log import consumers
    from govlab.delivery.models import ConsumerCursor, Head, Mark, ScheduledFailure
    from govlab.delivery.schedule.due import due_work

    now = timezone.now()
    # The back-off after a fault is not what is tested here.
    Mark.objects.filter(attempts__gt=0).update(not_before=None)
    ScheduledFailure.objects.update(next_try_at=now)
    refused = Q()
    for name in REFUSALS:
        refused |= Q(error__startswith=name)
    late = {
        (each.action, each.content_type_id, each.object_id)
        for each in ScheduledFailure.objects.filter(refused)
    }
    scheduled = [work for work in due_work(now + HORIZON) if work.key not in late]
    if scheduled:
        return f"scheduled work: {', '.join(map(str, scheduled))}"
    if mark := Mark.objects.order_by("pk").first():
        return f"{Mark.objects.count()} marks, the first: {mark} {mark.error}"
    head = Head.current().sequence
    names = [each.name for each in consumers.registered()]
    behind = ConsumerCursor.objects.filter(name__in=names, sequence__lt=head)
    return f"consumers: {', '.join(map(str, behind))}" if behind else ""
