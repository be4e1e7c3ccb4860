"""The numbers of the dashboard. Each is the length of the list that it leads to."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import ngettext

from govlab.core.dashboard import CountItem

from ..inbox.collect import inbox_of, may_see_inbox
from ..inbox.items import Item, State
from ..inbox.selection import ME, Selection
from .lists import Approvals, MyDrafts, Scheduled, WorkList

MISSING = Selection(state=State.MISSING, work=ME)
OUTDATED = Selection(state=State.OUTDATED, work=ME)
ASSIGNED = Selection(assignee=ME)
ON_SITE = Selection(state=State.OUTDATED)
ICON = "wagtail-localize-language"


def numbers(request: HttpRequest) -> Iterator[CountItem]:
    if not may_see_inbox(request.user):
        return
    items = inbox_of(request)

    def count(selection: Selection) -> int:
        return len(selection.of(items, request.user))

    assigned, outdated, missing = count(ASSIGNED), count(OUTDATED), count(MISSING)
    # First for those who translate.
    first = 10 if translates(items) else 60
    text = ngettext(
        "%(count)d translation assigned to you",
        "%(count)d translations assigned to you",
        assigned,
    )
    yield _of(request, ASSIGNED, assigned, text, first)
    text = ngettext(
        "%(count)d outdated translation for you",
        "%(count)d outdated translations for you",
        outdated,
    )
    yield _of(request, OUTDATED, outdated, text, first + 1)
    text = ngettext(
        "%(count)d missing translation for you",
        "%(count)d missing translations for you",
        missing,
    )
    yield _of(request, MISSING, missing, text, first + 2)
    yield from _lists(request)
    if (on_site := count(ON_SITE)) != outdated:
        text = ngettext(
            "%(count)d outdated page or term on the site",
            "%(count)d outdated pages and terms on the site",
            on_site,
        )
        yield _of(request, ON_SITE, on_site, text, 80, icon="warning")


def translates(items: list[Item]) -> bool:
    return any(item.mine for item in items)


def _lists(request: HttpRequest) -> Iterator[CountItem]:
    approvals = len(Approvals.rows_for(request))
    drafts = len(MyDrafts.rows_for(request))
    scheduled = len(Scheduled.rows_for(request))
    phrases: tuple[tuple[type[WorkList], int, str, int], ...] = (
        (
            Approvals,
            approvals,
            ngettext(
                "%(count)d page waits for your approval",
                "%(count)d pages wait for your approval",
                approvals,
            ),
            20,
        ),
        (
            MyDrafts,
            drafts,
            ngettext("%(count)d draft of yours", "%(count)d drafts of yours", drafts),
            30,
        ),
        (
            Scheduled,
            scheduled,
            ngettext(
                "%(count)d scheduled publication or expiry",
                "%(count)d scheduled publications and expiries",
                scheduled,
            ),
            40,
        ),
    )
    for view, count, text, order in phrases:
        yield CountItem(
            request,
            count=count,
            text=text % {"count": count},
            url=reverse(view.url_name()),
            icon=view.header_icon,
            order=order,
        )


def _of(
    request: HttpRequest,
    selection: Selection,
    count: int,
    text: str,
    order: int,
    icon: str = ICON,
) -> CountItem:
    return CountItem(
        request,
        count=count,
        text=text % {"count": count},
        url=selection.url,
        icon=icon,
        order=order,
    )
