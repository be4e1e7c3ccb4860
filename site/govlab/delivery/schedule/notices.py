"""Notices of late work on the dashboard and in the editor."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from .late import late_for, late_of


def warn_when_late(request: HttpRequest, instance: Any) -> None:
    """Wagtail's hook before editing: show why scheduled work is late."""
    if request.method == "GET":
        for late in late_of(instance, timezone.now()):
            messages.warning(request, late.message)


class LatePanel(Component):
    """A panel of the dashboard, which is empty if nothing is late."""

    name = "late_work"
    template_name = "delivery/late_panel.html"
    order = 90

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"late_work": late_for(user, timezone.now())}
