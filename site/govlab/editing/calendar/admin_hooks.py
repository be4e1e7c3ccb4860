"""Wagtail hooks of the calendar."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from ..releases.rights import may_see_releases
from .view import CalendarView


class CalendarMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_releases(request.user)


@hooks.register("register_admin_menu_item")
def calendar_menu_item() -> MenuItem:
    return CalendarMenuItem(
        _("Calendar"),
        reverse("govlab_calendar"),
        name="calendar",
        icon_name="calendar",
        order=311,
    )


@hooks.register("register_admin_urls")
def calendar_urls() -> list[URLPattern]:
    return [path("calendar/", CalendarView.as_view(), name="govlab_calendar")]


@hooks.register("insert_global_admin_css")
def planning_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("editing/planning.css"))
