"""The columns of the inbox that are more than a value."""

from typing import Any

from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.ui.tables import Column
from wagtail.permissions import policy_registry

from ..models import GapState, Promotion, SearchGap
from .answering import PARAMETER


def public_search(gap: SearchGap) -> str:
    """Where a reader would ask it."""
    with override(gap.locale):
        return f"{reverse('search')}?{urlencode({'q': gap.question})}"


class DayColumn(Column):
    """A date that leaves room for the other columns."""

    def get_value(self, instance: Any) -> Any:
        day = super().get_value(instance)
        return date_format(day, "SHORT_DATE_FORMAT") if day else ""


class QuestionColumn(Column):
    """A question with what to do about it, each one step away."""

    cell_template_name = "search/editors/gap_cell.html"

    def __init__(self) -> None:
        super().__init__("question", label=_("Question"), sort_key="question")

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        context = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        return context | {
            "csrf_token": get_token(request),
            "here": reverse("search_gaps:index") + self._query(request),
            "is_open": instance.state == GapState.OPEN,
            "from_gap": urlencode({PARAMETER: instance.pk}),
            "may_promote": policy_registry.get_by_type(Promotion).user_has_permission(
                request.user, "add"
            ),
            "public_search": public_search(instance),
        }

    def _query(self, request: Any) -> str:
        query = request.GET.copy()
        query.pop("_w_filter_fragment", None)
        return f"?{query.urlencode()}" if query else ""
