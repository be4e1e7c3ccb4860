"""The admin views of synonyms and promoted results."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn, UpdatedAtColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from search.models import Promotion, SearchSynonym

from .inbox_columns import DayColumn
from .resolving import AddPromotion, AddSynonym, EditRule
from .wording import DeleteView


class RuleViewSet(ModelViewSet):
    edit_view_class = EditRule
    delete_view_class = DeleteView
    copy_view_enabled = False
    index_results_template_name = "search/curation/results.html"
    list_filter = ["locale"]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Nothing refers to a rule, so there is no usage view."""
        return {**super().get_common_view_kwargs(**kwargs), "usage_url_name": None}


class SynonymIndex(IndexView):
    add_item_label = _("Add synonym")


class SynonymViewSet(RuleViewSet):
    model = SearchSynonym
    name = "search_synonyms"
    url_prefix = "search/synonyms"
    menu_label = _("Synonyms")
    icon = "list-ul"
    index_view_class = SynonymIndex
    add_view_class = AddSynonym
    list_display = ["__str__", "locale", UpdatedAtColumn(label=_("Updated"))]
    list_filter = ["locale", "kind"]
    search_fields = ["words", "means"]


class PromotionIndex(IndexView):
    add_item_label = _("Add promoted result")

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().prefetch_related("pages__page")


class PromotionViewSet(RuleViewSet):
    model = Promotion
    name = "search_promotions"
    url_prefix = "search/promotions"
    menu_label = _("Promoted results")
    icon = "pick"
    index_view_class = PromotionIndex
    add_view_class = AddPromotion
    list_display = [
        "__str__",
        Column("page_titles", label=_("Pages")),
        "locale",
        DayColumn("until", label=_("Last day"), sort_key="until"),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=lambda promotion: _("Ended") if promotion.has_ended else _("Shown"),
            primary=lambda promotion: not promotion.has_ended,
        ),
    ]
    search_fields = ["queries"]
