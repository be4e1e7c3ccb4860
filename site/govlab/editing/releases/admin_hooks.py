"""Wagtail hooks of releases."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import ModelAdminURLFinder, register_admin_url_finder
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from ..models import Release, ReleaseItem, ReleaseState
from . import audit
from .detail import ReleaseDetail
from .panel import ReleasesPanel
from .rights import may_add, may_see_releases
from .views import AddToRelease, ReleaseList

hooks.register("register_log_actions", audit.register)


class ReleaseURLFinder(ModelAdminURLFinder):
    """For links to releases in the site's history."""

    edit_url_name = "govlab_release"


register_admin_url_finder(Release, ReleaseURLFinder)


class ReleasesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_releases(request.user)


@hooks.register("register_admin_menu_item")
def releases_menu_item() -> MenuItem:
    return ReleasesMenuItem(
        gettext_lazy("Releases"),
        reverse("govlab_releases"),
        name="releases",
        icon_name="calendar-check",
        order=310,
    )


@hooks.register("register_admin_urls")
def release_urls() -> list[URLPattern]:
    return [
        path("releases/", ReleaseList.as_view(), name="govlab_releases"),
        path("releases/<int:pk>/", ReleaseDetail.as_view(), name="govlab_release"),
        path("releases/add/<int:page_id>/", AddToRelease.as_view(), name="govlab_add_to_release"),
    ]


@hooks.register("construct_homepage_panels")
def releases_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(ReleasesPanel())


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def release_button(
    page: Page, user: Any, view_name: str | None = None, next_url: str | None = None
) -> Iterator[Button]:
    """Also in lists of pages, since the editor of translations has no such menu."""
    if may_add(user, page):
        yield Button(
            gettext_lazy("Add to a release"),
            reverse("govlab_add_to_release", args=[page.pk]),
            icon_name="calendar-check",
            priority=62,
        )


@hooks.register("before_edit_page", order=-200)
def tell_of_release(request: HttpRequest, page: Page) -> None:
    """Show in the editor that the page is in a release, and which version of it."""
    if request.method != "GET":
        return
    item = ReleaseItem.objects.filter(page=page, is_open=True).select_related("release").first()
    if item is None:
        return
    address = reverse("govlab_release", args=[item.release_id])
    text = _("This page is in the release “%(release)s”.")
    if item.release.state != ReleaseState.DRAFT and item.revision_id != page.latest_revision_id:
        text = _(
            "This page is in the release “%(release)s”, with an earlier version than this draft. "
            "Open the release to use the newest draft."
        )
    elif item.release.state != ReleaseState.DRAFT:
        text = _(
            "This page is in the release “%(release)s”, with this version. What you change now "
            "becomes part of it only if you say so there."
        )
    button = messages.button(address, _("Open the release"))
    messages.info(request, text % {"release": item.release.name}, buttons=[button])
