"""Wagtail hooks of reviews."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permissions import policy_registry

from ..translation.rights import may_edit
from .due import reviewed_pages
from .report import ReviewReport
from .views import ACTIONS, ReviewView


class ReviewsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(Page)
        return bool(policy.user_has_permission(request.user, "change"))


@hooks.register("register_reports_menu_item")
def review_report_menu_item() -> MenuItem:
    return ReviewsMenuItem(
        _("Pages to review"),
        reverse("govlab_review_report"),
        name="reviews",
        icon_name="calendar-alt",
        order=120,
    )


@hooks.register("register_admin_urls")
def review_urls() -> list[URLPattern]:
    return [
        path("reports/reviews/", ReviewReport.as_view(), name="govlab_review_report"),
        path(
            "reports/reviews/results/",
            ReviewReport.as_view(results_only=True),
            name="govlab_review_report_results",
        ),
        path("reviews/<int:page_id>/", ReviewView.as_view(), name="govlab_review"),
    ]


@hooks.register("register_log_actions")
def review_actions(actions: Any) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("register_page_header_buttons")
def review_button(
    page: Page, user: Any, view_name: str | None = None, next_url: str | None = None
) -> Iterator[Button]:
    if page.live and page.depth > 1 and may_edit(user, page):
        yield Button(
            _("Still true?"),
            reverse("govlab_review", args=[page.pk]),
            icon_name="calendar-alt",
            priority=63,
        )


class ReviewsPanel(Component):
    """Empty if the account has nothing to review."""

    name = "reviews"
    template_name = "editing/reviews_panel.html"
    order = 140

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"number": reviewed_pages(user, timezone.localdate()).count()}


@hooks.register("construct_homepage_panels")
def reviews_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(ReviewsPanel())
