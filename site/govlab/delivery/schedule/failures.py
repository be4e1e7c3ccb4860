"""Stores failures of scheduled work, and determines when to retry."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from wagtail.models import Revision

from ..models import ScheduledFailure
from . import kinds
from .due import Work

FIRST_DELAY = timedelta(seconds=20)
LONGEST_DELAY = timedelta(minutes=30)
# The maximum length of a stored error; database errors may quote whole statements.
ERROR_LENGTH = 2_000


def to_be_tried(works: list[Work], now: datetime) -> list[Work]:
    """Return the work to try now, without failures that are waiting for their next attempt."""
    if not works:
        return []
    failures = {_key(failure): failure for failure in ScheduledFailure.objects.all()}
    return [
        work
        for work in works
        if (failure := failures.get(work.key)) is None or _is_due(failure, work, now)
    ]


@transaction.atomic
def note(work: Work, reasons: dict[str, str], error: Exception, now: datetime) -> ScheduledFailure:
    """Store a failed attempt; the next one follows with exponential backoff."""
    names = _names(work)
    failure = ScheduledFailure.objects.filter(**names).first() or ScheduledFailure(**names)
    if failure.revision_id != work.revision_id:
        failure.attempts = 0
    delay = min(FIRST_DELAY * 2 ** min(failure.attempts, 12), LONGEST_DELAY)
    failure.attempts += 1
    failure.revision_id, failure.due_at = work.revision_id, work.due_at
    failure.tried_at, failure.next_try_at = now, now + delay
    failure.reasons = reasons
    failure.error = f"{type(error).__name__}: {error}"[:ERROR_LENGTH]
    failure.save()
    return failure


def clear(work: Work) -> None:
    """Delete the failure of work that is done or cancelled."""
    ScheduledFailure.objects.filter(**_names(work)).delete()


def forget_all_but(works: Collection[Work]) -> None:
    """Delete failures of work that is no longer due: cancelled, rescheduled or done by an
    editor."""
    due = {work.key for work in works}
    gone = [
        failure.pk
        for failure in ScheduledFailure.objects.only("action", "content_type_id", "object_id")
        if _key(failure) not in due
    ]
    if gone:
        ScheduledFailure.objects.filter(pk__in=gone).delete()


def _names(work: Work) -> dict[str, Any]:
    return {
        "action": work.action,
        "content_type_id": work.content_type_id,
        "object_id": work.object_id,
    }


def _key(failure: ScheduledFailure) -> tuple[str, int, str]:
    return failure.action, failure.content_type_id, failure.object_id


def _is_due(failure: ScheduledFailure, work: Work, now: datetime) -> bool:
    return (
        failure.next_try_at <= now
        # The system clock was set back.
        or failure.tried_at > now
        or failure.revision_id != work.revision_id
        or _was_saved_since(failure, work)
    )


def _was_saved_since(failure: ScheduledFailure, work: Work) -> bool:
    if kind := kinds.kind_of(work.model):
        return kind.changed_since(int(work.object_id), failure.tried_at)
    saved = Q(base_content_type_id=failure.content_type_id, object_id=failure.object_id)
    return Revision.objects.filter(saved, created_at__gt=failure.tried_at).exists()
