"""Wagtail hooks: dirty marks for changes without signals, and the delivery app's admin views."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.documents import get_document_model

from .admin_report import AdminReportMenuItem
from .log import marks
from .operations.state_view import PERMISSION, StateView
from .schedule import notices
from .schedule.report import LateWorkView

# Before hooks that return a response instead of Wagtail's editor.
hooks.register("before_edit_page", notices.warn_when_late, order=-200)
hooks.register("before_edit_snippet", notices.warn_when_late, order=-200)


@hooks.register("after_bulk_action")
def mark_files(request: HttpRequest, action_type: str, objects: Iterable[Any], view: Any) -> None:
    """The bulk action moves files to another collection with one UPDATE, without signals."""
    for item in objects:
        if isinstance(item, get_document_model()):
            marks.mark_reference(f"file:{item.pk}", f"bulk action {action_type}")


@hooks.register("construct_homepage_panels")
def late_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(notices.LatePanel())


@hooks.register("register_reports_menu_item")
def late_work_menu_item() -> MenuItem:
    return AdminReportMenuItem(LateWorkView, order=150)


@hooks.register("register_reports_menu_item")
def state_menu_item() -> MenuItem:
    return AdminReportMenuItem(StateView, order=160)


@hooks.register("register_permissions")
def state_permission() -> QuerySet[Permission]:
    """Makes the permission available in the settings of groups."""
    label, codename = PERMISSION.split(".")
    permissions: QuerySet[Permission] = Permission.objects.filter(
        content_type__app_label=label, codename=codename
    )
    return permissions


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [
        LateWorkView.url_pattern(),
        StateView.url_pattern(),
    ]
