"""Wagtail hooks of the report of useful pages."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .report import UsefulnessReport


class UsefulnessMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(Page)
        return bool(
            policy.user_has_any_permission(request.user, UsefulnessReport.any_permission_required)
        )


@hooks.register("register_reports_menu_item")
def usefulness_menu_item() -> MenuItem:
    return UsefulnessMenuItem(
        _("Usefulness of pages"),
        reverse("govlab_usefulness_report"),
        name="usefulness",
        icon_name="pick",
        order=140,
    )


@hooks.register("register_admin_urls")
def usefulness_urls() -> list[URLPattern]:
    return [
        path("reports/usefulness/", UsefulnessReport.as_view(), name="govlab_usefulness_report"),
        path(
            "reports/usefulness/results/",
            UsefulnessReport.as_view(results_only=True),
            name="govlab_usefulness_report_results",
        ),
    ]
