"""Schedules as editors make them, and a clock to let them come due."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import time_machine
from wagtail.models import Page, Revision

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def hours(number: float) -> dt.datetime:
    """So many hours after noon."""
    return NOON + dt.timedelta(hours=number)


@contextmanager
def at(moment: dt.datetime) -> Iterator[None]:
    with time_machine.travel(moment, tick=False):
        yield


def schedule(
    page: Any, go_live_at: dt.datetime, expire_at: dt.datetime | None = None, **fields: Any
) -> Revision:
    """Approves the page as it would be with these fields, for later. Made at noon."""
    with at(NOON):
        page = type(page).objects.get(pk=page.pk)
        for name, value in ({"go_live_at": go_live_at, "expire_at": expire_at} | fields).items():
            setattr(page, name, value)
        revision: Revision = page.save_revision()
        revision.publish()
    revision.refresh_from_db()
    assert revision.approved_go_live_at == go_live_at
    return revision


def expire(page: Any, expire_at: dt.datetime) -> Any:
    """Publishes the page until then."""
    with at(NOON):
        page = type(page).objects.get(pk=page.pk)
        page.expire_at = expire_at
        page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def state(page: Any) -> tuple[bool, bool, int]:
    """Live, expired, and how many publications are still scheduled."""
    stored = Page.objects.get(pk=page.pk)
    waiting = stored.revisions.filter(approved_go_live_at__isnull=False).count()
    return stored.live, stored.expired, waiting


def actions(page: Any) -> list[str]:
    """What Wagtail's history says the schedule did, in order."""
    from wagtail.models import PageLogEntry

    entries = PageLogEntry.objects.filter(page=page.pk, action__endswith=".scheduled")
    return [action.split(".")[1] for action in entries.values_list("action", flat=True)[::-1]]
