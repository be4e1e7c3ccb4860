"""Synonyms and promoted results in the administration."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import StatusTagColumn, UpdatedAtColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Promotion, SearchSynonym
from .answering import AddPromotion, AddSynonym, EditAnswer


class SynonymViewSet(ModelViewSet):
    model = SearchSynonym
    name = "search_synonyms"
    url_prefix = "search/synonyms"
    menu_label = _("Synonyms")
    icon = "list-ul"
    copy_view_enabled = False
    add_view_class = AddSynonym
    edit_view_class = EditAnswer
    list_display = ["__str__", "locale", UpdatedAtColumn()]
    list_filter = ["locale"]
    search_fields = ["words", "means"]


class PromotionIndex(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().prefetch_related("pages__page")


class PromotionViewSet(ModelViewSet):
    model = Promotion
    name = "search_promotions"
    url_prefix = "search/promotions"
    menu_label = _("Promoted results")
    icon = "pick"
    copy_view_enabled = False
    index_view_class = PromotionIndex
    add_view_class = AddPromotion
    edit_view_class = EditAnswer
    list_display = [
        "__str__",
        "page_titles",
        "locale",
        "until",
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=lambda promotion: _("Ended") if promotion.has_ended else _("Shown"),
            primary=lambda promotion: not promotion.has_ended,
        ),
    ]
    list_filter = ["locale"]
    search_fields = ["questions"]
