"""The panels of the dashboard: the first entries of the lists that the account works on."""

from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from wagtail.admin.ui.components import Component

from ..inbox.collect import inbox_of, may_see_inbox
from ..inbox.selection import ME, Selection
from ..inbox.views import by_urgency
from .lists import Approvals, MyDrafts, WorkList
from .numbers import translates

SHOWN = 5


class TranslationsPanel(Component):
    """What the account may translate, the most urgent first. It is empty without any."""

    name = "translations"
    template_name = "editing/dashboard/translations.html"
    order = 95
    selection = Selection(work=ME)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request: HttpRequest = parent_context["request"]
        items = self.selection.of(inbox_of(request), request.user)
        return {
            "items": by_urgency(items)[:SHOWN],
            "count": len(items),
            "url": self.selection.url,
            "csrf_token": get_token(request),
        }


class WorkPanel(Component):
    """The first rows of a list. It is empty if the list is."""

    template_name = "editing/dashboard/work.html"

    def __init__(self, view: type[WorkList], *, order: int) -> None:
        self.view, self.name, self.order = view, view.slug, order

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        rows = self.view.rows_for(parent_context["request"])
        return {
            "rows": rows[:SHOWN],
            "count": len(rows),
            "url": reverse(self.view.url_name()),
            "name": self.view.slug,
            "heading": self.view.page_title,
            "icon": self.view.header_icon,
        }


class NothingWaits(Component):
    """Says so where the dashboard has no number at all."""

    name = "nothing_waits"
    template_name = "editing/dashboard/nothing_waits.html"
    order = 80

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        summary = parent_context.get("site_summary")
        return {"is_shown": summary is not None and not summary.summary_items}


def panels(request: HttpRequest) -> list[Component]:
    """For the account, in no particular order."""
    if not may_see_inbox(request.user):
        return [NothingWaits()]
    translations = TranslationsPanel()
    if not translates(inbox_of(request)):
        translations.order = 240
    return [
        NothingWaits(),
        translations,
        WorkPanel(Approvals, order=100),
        WorkPanel(MyDrafts, order=110),
    ]
