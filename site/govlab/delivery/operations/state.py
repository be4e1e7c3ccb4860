"""The state of the delivery app, for /readyz and for the report in the admin."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Min
from django.utils import timezone
from wagtail.models import Page

from ..log import consumers
from ..models import (
    ConsumerCursor,
    Divergence,
    LogCheck,
    Mark,
    ScheduledFailure,
    WorkerHeartbeat,
)
from ..models.mark import Scope
from ..schedule.due import due_work
from ..schedule.late import GRACE

# The maximum number of rows that the report shows.
SHOWN = 50


@dataclass(frozen=True)
class Marks:
    waiting: int
    failing: int
    oldest_at: datetime | None

    @property
    def total(self) -> int:
        return self.waiting + self.failing


@dataclass(frozen=True)
class FailingGroup:
    """A translation group whose documents the relay could not build."""

    key: str
    pages: list[Page]
    error: str
    attempts: int
    since: datetime
    next_try_at: datetime | None


@dataclass(frozen=True)
class ConsumerState:
    name: str
    sequence: int
    behind: int
    moved_at: datetime | None
    error: str


@dataclass(frozen=True)
class Late:
    count: int
    failing: int
    oldest_at: datetime | None


def marks() -> Marks:
    failing = Mark.objects.filter(attempts__gt=0)
    return Marks(
        waiting=Mark.objects.filter(attempts=0).count(),
        failing=failing.count(),
        oldest_at=Mark.objects.aggregate(oldest=Min("created_at"))["oldest"],
    )


def failing_groups() -> list[FailingGroup]:
    """Return the failing groups, the oldest first."""
    rows = Mark.objects.filter(attempts__gt=0, scope=Scope.GROUP).order_by("created_at", "pk")
    by_key: dict[str, Mark] = {}
    for mark in rows[: SHOWN * 4]:
        by_key.setdefault(mark.key, mark)
    shown = dict(list(by_key.items())[:SHOWN])
    pages: dict[UUID, list[Page]] = defaultdict(list)
    found = Page.objects.filter(translation_key__in=shown).select_related("locale")
    # Page types override `get_admin_display_title`.
    for page in found.specific(defer=True):
        pages[page.translation_key].append(page)
    return [
        FailingGroup(
            key=key,
            pages=pages[UUID(key)],
            error=mark.error,
            attempts=mark.attempts,
            since=mark.created_at,
            next_try_at=mark.not_before,
        )
        for key, mark in shown.items()
    ]


def consumer_states(head: int) -> list[ConsumerState]:
    """Return the states of registered consumers; cursors of others are ignored."""
    cursors = ConsumerCursor.objects.in_bulk([each.name for each in consumers.registered()])
    states = []
    for consumer in sorted(consumers.registered(), key=lambda each: each.name):
        cursor = cursors.get(consumer.name) or ConsumerCursor(name=consumer.name)
        states.append(
            ConsumerState(
                consumer.name,
                cursor.sequence,
                head - cursor.sequence,
                cursor.moved_at,
                cursor.error,
            )
        )
    return states


def late() -> Late:
    now = timezone.now()
    overdue = [work for work in due_work(now) if work.due_at < now - GRACE]
    return Late(
        count=len(overdue),
        failing=ScheduledFailure.objects.count(),
        oldest_at=overdue[0].due_at if overdue else None,
    )


def check() -> LogCheck | None:
    return LogCheck.objects.filter(pk=LogCheck.SINGLETON).first()


def open_differences() -> int:
    return Divergence.objects.filter(mended_at=None).count()


def heartbeats() -> list[WorkerHeartbeat]:
    """Return the heartbeats, the most recent first."""
    return list(WorkerHeartbeat.objects.order_by("-seen_at"))


def seconds_since(moment: datetime | None) -> float | None:
    return None if moment is None else round((timezone.now() - moment).total_seconds(), 1)
