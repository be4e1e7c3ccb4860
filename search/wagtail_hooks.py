from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.permissions import register_permission_policy

from govlab.core.dashboard import CountItem
from search.curation import zero_results
from search.curation.bulk_dismiss import BulkDismiss
from search.curation.decision_log import ACTIONS
from search.curation.file_report import UnreadFilesReport, may_see_files
from search.curation.inbox import InboxViewSet
from search.curation.permissions import InboxPermissionPolicy
from search.curation.rule_views import PromotionViewSet, SynonymViewSet
from search.explanation.view import ExplanationViewSet
from search.models import ZeroResultQuery, ZeroResultState

register_permission_policy(ZeroResultQuery, InboxPermissionPolicy())


class SearchViewSetGroup(ModelViewSetGroup):
    items = (InboxViewSet, SynonymViewSet, PromotionViewSet, ExplanationViewSet)
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


@hooks.register("construct_homepage_summary_items")
def open_queries(request: HttpRequest, items: list[Any]) -> None:
    """The number of queries that the inbox shows by default."""
    if not InboxPermissionPolicy().user_has_permission(request.user, "change"):
        return
    count = zero_results.shown().filter(state=ZeroResultState.OPEN).count()
    text = ngettext("%(count)d query without results", "%(count)d queries without results", count)
    items.append(
        CountItem(
            request,
            count=count,
            text=text % {"count": count},
            url=reverse("search_zero_results:index"),
            icon="help",
            order=50,
        )
    )


class UnreadFilesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_files(request.user)


@hooks.register("register_reports_menu_item")
def unread_files_menu_item() -> MenuItem:
    return UnreadFilesMenuItem(
        _("Files that search cannot read"),
        reverse("search_unread_files"),
        name="unread-files",
        icon_name="doc-full-inverse",
        order=140,
    )


@hooks.register("register_admin_urls")
def unread_files_urls() -> list[URLPattern]:
    return [path("reports/unread-files/", UnreadFilesReport.as_view(), name="search_unread_files")]
