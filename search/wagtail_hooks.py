from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.permissions import register_permission_policy

from search.curation.bulk_dismiss import BulkDismiss
from search.curation.decision_log import ACTIONS
from search.curation.inbox import InboxViewSet
from search.curation.permissions import InboxPermissionPolicy
from search.curation.rule_views import PromotionViewSet, SynonymViewSet
from search.models import ZeroResultQuery

register_permission_policy(ZeroResultQuery, InboxPermissionPolicy())


class SearchViewSetGroup(ModelViewSetGroup):
    items = (InboxViewSet, SynonymViewSet, PromotionViewSet)
    menu_label = _("Search")
    menu_name = "govlab-search"
    menu_icon = "search"
    menu_order = 400


hooks.register("register_bulk_action", BulkDismiss)


@hooks.register("register_admin_viewset")
def search_viewsets() -> SearchViewSetGroup:
    return SearchViewSetGroup()


@hooks.register("register_log_actions")
def decision_actions(actions: Any) -> None:
    for action, label, message in ACTIONS.values():
        actions.register_action(action, label, message)
