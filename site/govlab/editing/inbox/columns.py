"""The columns of the inbox."""

from typing import Any

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn


class ItemColumn(Column):
    """Its template gets the item, and the request for the address to return to."""

    def __init__(self, name: str, template: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.cell_template_name = template

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        return {
            **super().get_cell_context_data(instance, parent_context),
            "item": instance,
            "request": request,
            "back": _address(request),
            "csrf_token": get_token(request),
        }


def _address(request: HttpRequest) -> str:
    """The list with the same filters, also while only its results are rendered."""
    query = request.GET.copy()
    query.pop("_w_filter_fragment", None)
    return f"{reverse('govlab_translation_report')}?{query.urlencode()}"


COLUMNS = [
    ItemColumn("title", "editing/inbox/title_cell.html", label=_("Title"), sort_key="title"),
    ItemColumn("state", "editing/inbox/state_cell.html", label=_("State"), sort_key="state"),
    Column("language", label=_("Language"), sort_key="language"),
    Column("type_name", label=_("Type"), sort_key="type_name"),
    DateColumn("since", label=_("Since"), sort_key="since"),
    ItemColumn(
        "assignee_name",
        "editing/inbox/assignee_cell.html",
        label=_("Assigned to"),
        sort_key="assignee_name",
    ),
]
