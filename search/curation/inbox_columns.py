"""The custom columns of the inbox."""

from typing import Any

from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.ui.tables import Column
from wagtail.admin.utils import set_query_params
from wagtail.permissions import policy_registry

from search.models import Promotion, ZeroResultQuery, ZeroResultState

from .resolving import EXPLANATION, INBOX, PARAMETER


def public_search(row: ZeroResultQuery) -> str:
    """Return the URL of the public search page with the query."""
    with override(row.locale):
        return f"{reverse('search')}?{urlencode({'q': row.text})}"


class DayColumn(Column):
    """A date in short format."""

    def get_value(self, instance: Any) -> Any:
        day = super().get_value(instance)
        return date_format(day, "SHORT_DATE_FORMAT") if day else ""


class QueryColumn(Column):
    """A query with buttons for its actions."""

    cell_template_name = "search/curation/inbox_cell.html"

    def __init__(self) -> None:
        super().__init__("text", label=_("Query"), sort_key="text")

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        context = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        return context | {
            "csrf_token": get_token(request),
            "here": reverse(INBOX) + self._query_string(request),
            "is_open": instance.state == ZeroResultState.OPEN,
            "from_inbox": urlencode({PARAMETER: instance.pk}),
            "may_promote": policy_registry.get_by_type(Promotion).user_has_permission(
                request.user, "add"
            ),
            "explanation": set_query_params(
                reverse(EXPLANATION), {"q": instance.text, "locale": instance.locale}
            ),
            "public_search": public_search(instance),
        }

    def _query_string(self, request: Any) -> str:
        query = request.GET.copy()
        query.pop("_w_filter_fragment", None)
        return f"?{query.urlencode()}" if query else ""
