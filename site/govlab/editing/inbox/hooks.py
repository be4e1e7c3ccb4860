"""The inbox's URLs and its menu item. Wagtail reads them through `editing.wagtail_hooks`."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .assign_view import Assign
from .views import InboxMenuItem, InboxView


@hooks.register("register_admin_urls")
def inbox_urls() -> list[URLPattern]:
    return [
        path(
            "reports/govlab-translations/",
            InboxView.as_view(),
            name="govlab_translation_report",
        ),
        path(
            "reports/govlab-translations/results/",
            InboxView.as_view(results_only=True),
            name="govlab_translation_report_results",
        ),
        path(
            "translations/assign/<uuid:key>/<int:locale_id>/",
            Assign.as_view(),
            name="govlab_assign_translation",
        ),
    ]


@hooks.register("register_reports_menu_item")
def inbox_menu_item() -> MenuItem:
    return InboxMenuItem()


@hooks.register("construct_reports_menu")
def without_second_report(request: HttpRequest, items: list[MenuItem]) -> None:
    """wagtail-localize registers a report of the same name, which leads to the inbox."""
    other = reverse("wagtail_localize:translations_report")
    items[:] = [item for item in items if getattr(item, "url", None) != other]
