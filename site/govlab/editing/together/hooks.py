"""The dialogues' bulk actions, their log entries, and what waits for others."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .unpublishing import WITHDRAWN
from .views.bulk import DeleteTogether, MoveTogether, UnpublishTogether
from .views.waiting import Settle, WaitingPanel

# After Wagtail's own actions of the same types, to replace them.
for action in (DeleteTogether, MoveTogether, UnpublishTogether):
    hooks.register("register_bulk_action", action, order=100)


@hooks.register("register_log_actions")
def withdrawal_action(actions: Any) -> None:
    actions.register_action(WITHDRAWN, _("Withdrawn"), _("Withdrawn, with a reason for readers."))


@hooks.register("construct_homepage_panels")
def waiting_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(WaitingPanel())


@hooks.register("register_admin_urls")
def waiting_urls() -> list[URLPattern]:
    return [path("waiting/<int:pk>/", Settle.as_view(), name="govlab_waiting_settle")]
