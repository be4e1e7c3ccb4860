"""The inbox of questions without results: what people asked, and one step to an answer."""

from typing import Any

from django.contrib.auth.models import Permission
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from .. import gaps
from ..models import GapState, SearchGap
from ..models.languages import languages
from .gap_columns import DayColumn, QuestionColumn
from .gap_decisions import DismissView, ReopenView


class GapFilterSet(WagtailFilterSet):
    """Open questions, unless others are asked for."""

    locale = ChoiceFilter(label=_("Language"), choices=languages, empty_label=_("All"))
    state = ChoiceFilter(
        label=_("State"), choices=GapState.choices, initial=GapState.OPEN, empty_label=None
    )

    class Meta:
        model = SearchGap
        fields = ["locale", "state"]

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        data = data.copy() if data is not None else {}
        if data.get("state") not in GapState.values:
            data["state"] = str(GapState.OPEN)
        super().__init__(data, *args, **kwargs)


class GapIndex(generic.IndexView):
    default_ordering = ("-count", "-last_day", "-pk")
    nothing_here = _(
        "Nothing waits for you. What at least two readers ask without finding anything is listed "
        "here."
    )

    def get_base_queryset(self) -> Any:
        return gaps.shown()


class GapViewSet(ModelViewSet):
    model = SearchGap
    name = "search_gaps"
    url_prefix = "search/gaps"
    menu_label = _("Questions without results")
    icon = "help"
    index_view_class = GapIndex
    index_template_name = "search/editors/gap_index.html"
    index_results_template_name = "search/editors/results.html"
    filterset_class = GapFilterSet
    search_fields = ["question"]
    list_display = [
        BulkActionsCheckboxColumn("select", obj_type="item"),
        QuestionColumn(),
        "locale",
        "count",
        DayColumn("last_day", label=_("Last asked"), sort_key="last_day"),
    ]
    form_fields: list[str] = []
    add_to_reference_index = False
    copy_view_enabled = False

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """There is no form: questions come from readers."""
        named = super().get_common_view_kwargs(**kwargs)
        lists = {"index_url_name", "index_results_url_name"}
        return {
            key: value
            for key, value in named.items()
            if not key.endswith("_url_name") or key in lists
        }

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("dismiss/<int:pk>/", DismissView.as_view(), name="dismiss"),
            path("reopen/<int:pk>/", ReopenView.as_view(), name="reopen"),
        ]

    def get_permissions_to_register(self) -> Any:
        return Permission.objects.none()

    def register_admin_url_finder(self) -> None:
        """There is no page about one question."""
