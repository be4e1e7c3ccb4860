"""Editors learn of what is late where they look first: on the dashboard and in the editor."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from .late import late_for, late_of


def warn_when_late(request: HttpRequest, instance: Any) -> None:
    """For Wagtail's hooks before editing: says on the form why it has not happened yet."""
    if request.method == "GET":
        for late in late_of(instance, timezone.now()):
            messages.warning(request, late.message)


class LatePanel(Component):
    """On the dashboard; absent where nothing is late."""

    name = "late_work"
    template_name = "delivery/late_panel.html"
    order = 90

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"late_work": late_for(user, timezone.now())}
