"""The report “Translations”."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from govlab.delivery.alphabet import sort_key

from .collect import inbox_of, may_see_inbox
from .columns import COLUMNS
from .filters import InboxFilterSet
from .items import Item, State
from .spreadsheet import SafeCells

NEVER = datetime.max.replace(tzinfo=UTC)
URGENCY = {state: place for place, state in enumerate(State)}
SORT_KEYS: dict[str, Callable[[Item], Any]] = {
    # The longest waiting first.
    "state": lambda item: (not item.for_me, URGENCY[item.state], item.since or NEVER),
    "title": lambda item: sort_key(item.title, "lv"),
    "language": lambda item: item.language,
    "type_name": lambda item: item.type_name,
    "since": lambda item: item.since or NEVER,
    "assignee_name": lambda item: (not item.assignee, item.assignee_name.casefold()),
}


def by_urgency(items: list[Item]) -> list[Item]:
    """What waits for the account first, then by state, the longest waiting first."""
    return sorted(items, key=SORT_KEYS["state"])


class InboxView(SafeCells, ReportView):
    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    model = Page
    index_url_name = "govlab_translation_report"
    index_results_url_name = "govlab_translation_report_results"
    results_template_name = "editing/inbox/results.html"
    filterset_class = InboxFilterSet
    columns = COLUMNS
    # On narrow screens, the cells of a row stand below each other.
    table_classname = "listing listing--dashboard"
    default_ordering = "state"
    is_searchable = True
    export_filename = "tulkojumi"
    list_export = [
        "title",
        "type_name",
        "section_name",
        "language",
        "label",
        "since",
        "owner_name",
        "assignee_name",
    ]
    export_headings = {
        "title": _("Title"),
        "type_name": _("Type"),
        "section_name": _("Section"),
        "language": _("Language"),
        "label": _("State"),
        "since": _("Since"),
        "owner_name": _("Owner of the original"),
        "assignee_name": _("Assigned to"),
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_see_inbox(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {**super().get_filterset_kwargs(), "items": inbox_of(self.request)}

    def get_filtered_queryset(self) -> list[Item]:
        items = self.filters.selection.of(inbox_of(self.request), self.request.user)
        if self.is_searching:
            wanted = self.search_query.casefold()
            items = [item for item in items if wanted in item.title.casefold()]
        return self._sorted(items)

    def _sorted(self, items: list[Item]) -> list[Item]:
        """Of the same rank by title."""
        items.sort(key=SORT_KEYS["title"])
        name = str(self.ordering)
        items.sort(key=SORT_KEYS[name.removeprefix("-")], reverse=name.startswith("-"))
        return items

    @cached_property
    def no_results_message(self) -> Any:
        if self.is_searching or self.request.GET.get("state", "open") != "open":
            return _("Nothing matches.")
        return _("Everything is translated. There is nothing to do.")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        # The heading with the number of matches is useful in the unfiltered list, too.
        context["is_filtering"] = True
        return context


class InboxMenuItem(MenuItem):
    def __init__(self) -> None:
        super().__init__(
            capfirst(InboxView.page_title),
            reverse(InboxView.index_url_name),
            name="translations",
            icon_name=InboxView.header_icon,
            order=100,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_inbox(request.user)
