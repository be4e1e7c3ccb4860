"""Wagtail hooks of the report of broken links."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .report import BrokenLinksReport, may_see_links


class BrokenLinksMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_links(request.user)


@hooks.register("register_reports_menu_item")
def broken_links_menu_item() -> MenuItem:
    return BrokenLinksMenuItem(
        _("Broken links"),
        reverse("govlab_broken_links"),
        name="broken-links",
        icon_name="link",
        order=130,
    )


@hooks.register("register_admin_urls")
def broken_links_urls() -> list[URLPattern]:
    return [
        path("reports/broken-links/", BrokenLinksReport.as_view(), name="govlab_broken_links"),
    ]
