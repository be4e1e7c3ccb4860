"""What is planned in a month, as far as an account may see it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry

from govlab.core.review_dates import PageReview

from ..models import Release
from ..visibility import explorable_pages
from .months import Month


@dataclass(frozen=True)
class Event:
    day: dt.date
    # Empty for what has a date only.
    time: str
    kind: str
    label: str
    title: str
    url: str
    language: str = ""


def events_in(month: Month, account: Any) -> dict[dt.date, list[Event]]:
    """Return the events by day, in order, in a fixed number of queries."""
    found: dict[dt.date, list[Event]] = defaultdict(list)
    for event in sorted(_events(month, account), key=lambda event: (event.day, event.time)):
        found[event.day].append(event)
    return dict(found)


def _events(month: Month, account: Any) -> Iterator[Event]:
    yield from _publications(month, account)
    yield from _expiries(month, account)
    yield from _releases(month, account)
    yield from _reviews(month, account)


def _publications(month: Month, account: Any) -> Iterator[Event]:
    """Of versions that are approved for later."""
    rows = Revision.page_revisions.filter(
        approved_go_live_at__gte=month.start, approved_go_live_at__lt=month.end
    ).values_list("object_id", "approved_go_live_at")
    times = [(int(number), moment) for number, moment in rows]
    pages = _pages(account).in_bulk({number for number, _moment in times})
    for number, moment in times:
        if number in pages:
            yield _page_event(pages[number], moment, "publication", _("Publication"))


def _expiries(month: Month, account: Any) -> Iterator[Event]:
    for page in _pages(account).filter(
        live=True, expire_at__gte=month.start, expire_at__lt=month.end
    ):
        yield _page_event(page, page.expire_at, "expiry", _("Taken off the site"))


def _releases(month: Month, account: Any) -> Iterator[Event]:
    releases = Release.objects.filter(
        Q(published_at=None, go_live_at__gte=month.start, go_live_at__lt=month.end)
        | Q(published_at__gte=month.start, published_at__lt=month.end)
    )
    for release in releases:
        moment = timezone.localtime(release.published_at or release.go_live_at)
        state = release.get_state_display()
        yield Event(
            day=moment.date(),
            time=f"{moment:%H:%M}",
            kind="release",
            label=_("Release: %(state)s") % {"state": state},
            title=release.name,
            url=reverse("govlab_release", args=[release.pk]),
        )


def _reviews(month: Month, account: Any) -> Iterator[Event]:
    """Of pages that the account may edit, as in the report."""
    editable = policy_registry.get_by_type(Page).instances_user_has_permission_for(
        account, "change"
    )
    reviews = PageReview.objects.filter(
        review_on__gte=month.first,
        review_on__lt=month.next.first,
        page__live=True,
        page__in=editable.values("pk"),
    )
    for review in reviews.select_related("page__locale"):
        page, day = review.page, review.review_on
        if day is None:
            continue
        yield Event(
            day=day,
            time="",
            kind="review",
            label=_("Review"),
            title=page.get_admin_display_title(),
            url=reverse("govlab_review", args=[page.pk]),
            language=page.locale.get_display_name(),
        )


def _pages(account: Any) -> Any:
    return explorable_pages(account).select_related("locale")


def _page_event(page: Page, moment: dt.datetime, kind: str, label: str) -> Event:
    local = timezone.localtime(moment)
    return Event(
        day=local.date(),
        time=f"{local:%H:%M}",
        kind=kind,
        label=label,
        title=page.get_admin_display_title(),
        url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        language=page.locale.get_display_name(),
    )
