"""What waits for those who may do with a translation what was done to its original."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import View
from wagtail.admin.ui.components import Component
from wagtail.admin.utils import get_valid_next_url_from_request

from ...causes import CAUSES
from ...models import WaitingAction
from ..waiting import may_settle, waiting_for


class WaitingPanel(Component):
    """A panel of the dashboard, which is empty if nothing waits."""

    name = "waiting_actions"
    template_name = "editing/together/waiting_panel.html"
    order = 80

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        rows = waiting_for(parent_context["request"].user)
        return {
            "request": parent_context["request"],
            "rows": [(row, CAUSES.get(row.cause, "")) for row in rows],
        }


class Settle(View):
    """Removes a row whose action was done, or is not needed."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = get_object_or_404(WaitingAction.objects.select_related("page"), pk=pk)
        if not may_settle(request.user, row.page):
            raise PermissionDenied
        row.delete()
        return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
