"""The dashboard's numbers, panels and lists. Wagtail reads them through `editing.wagtail_hooks`."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern
from wagtail import hooks
from wagtail.admin.site_summary import PagesSummaryItem
from wagtail.admin.views.home import (
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem
from wagtail.images.wagtail_hooks import ImagesSummaryItem

from .lists import LISTS
from .numbers import numbers
from .panels import panels as own_panels

# How many pages, images and files there are asks nothing of anybody; the sidebar leads to them.
NO_WORK = (PagesSummaryItem, ImagesSummaryItem, DocumentsSummaryItem)
# The lists of drafts and approvals take their place.
REPLACED = (UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)


@hooks.register("construct_homepage_summary_items", order=1000)
def add_numbers(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [*(item for item in items if not isinstance(item, NO_WORK)), *numbers(request)]


@hooks.register("construct_homepage_panels")
def add_panels(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = [
        *(panel for panel in panels if not isinstance(panel, REPLACED)),
        *own_panels(request),
    ]


@hooks.register("register_admin_urls")
def list_urls() -> list[URLPattern]:
    return [view.url_pattern() for view in LISTS]
