"""The inbox of zero-result queries, with links to create a rule that resolves them."""

from typing import Any

from django.contrib.auth.models import Permission
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from search.models import ZeroResultQuery, ZeroResultState
from search.models.languages import languages

from . import zero_results
from .decisions import DismissView, ReopenView
from .inbox_columns import DayColumn, QueryColumn


class InboxFilterSet(WagtailFilterSet):
    """Shows open queries by default."""

    locale = ChoiceFilter(label=_("Language"), choices=languages, empty_label=_("All"))
    state = ChoiceFilter(
        label=_("State"),
        choices=ZeroResultState.choices,
        initial=ZeroResultState.OPEN,
        empty_label=None,
    )

    class Meta:
        model = ZeroResultQuery
        fields = ["locale", "state"]

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        data = data.copy() if data is not None else {}
        if data.get("state") not in ZeroResultState.values:
            data["state"] = str(ZeroResultState.OPEN)
        super().__init__(data, *args, **kwargs)


class InboxIndex(generic.IndexView):
    default_ordering = ("-count", "-last_day", "-pk")
    nothing_here = _(
        "There is nothing to do. Queries for which at least two readers found nothing are "
        "listed here."
    )

    def get_base_queryset(self) -> Any:
        return zero_results.shown()


class InboxViewSet(ModelViewSet):
    model = ZeroResultQuery
    name = "search_zero_results"
    url_prefix = "search/zero-results"
    menu_label = _("Queries without results")
    icon = "help"
    index_view_class = InboxIndex
    index_template_name = "search/curation/inbox_index.html"
    index_results_template_name = "search/curation/results.html"
    filterset_class = InboxFilterSet
    search_fields = ["text"]
    list_display = [
        BulkActionsCheckboxColumn("select", obj_type="item"),
        QueryColumn(),
        "locale",
        "count",
        DayColumn("last_day", label=_("Last searched"), sort_key="last_day"),
    ]
    form_fields: list[str] = []
    add_to_reference_index = False
    copy_view_enabled = False

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Queries come from readers, so there is no form."""
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
        """There is no view of a single query."""
