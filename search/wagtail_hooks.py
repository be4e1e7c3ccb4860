from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.permissions import register_permission_policy

from .editors.bulk_dismiss import BulkDismiss
from .editors.gap_inbox import GapViewSet
from .editors.gap_log import ACTIONS
from .editors.permissions import GapPermissionPolicy
from .editors.rule_views import PromotionViewSet, SynonymViewSet
from .models import SearchGap

register_permission_policy(SearchGap, GapPermissionPolicy())


class SearchViewSetGroup(ModelViewSetGroup):
    items = (GapViewSet, SynonymViewSet, PromotionViewSet)
    menu_label = _("Search")
    menu_name = "govlab-search"
    menu_icon = "search"
    menu_order = 400


hooks.register("register_bulk_action", BulkDismiss)


@hooks.register("register_admin_viewset")
def search_viewsets() -> SearchViewSetGroup:
    return SearchViewSetGroup()


@hooks.register("register_log_actions")
def gap_actions(actions: Any) -> None:
    for action, label, message in ACTIONS.values():
        actions.register_action(action, label, message)
