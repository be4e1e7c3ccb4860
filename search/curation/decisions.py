"""The views that dismiss and reopen a zero-result query."""

from typing import Any

from django.contrib import messages
from django.urls import reverse
from wagtail.admin.views.generic.base import BaseOperationView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from search.models import ZeroResultQuery, ZeroResultState

from . import zero_results
from .decision_log import ACTIONS, decide
from .resolving import INBOX


class DecideView(PermissionCheckedMixin, BaseOperationView):
    model = ZeroResultQuery
    permission_required = "change"
    http_method_names = ["post"]
    state: ZeroResultState

    def perform_operation(self) -> None:
        decide([self.object], self.state, self.request.user)

    def add_success_message(self) -> None:
        messages.success(self.request, f"{ACTIONS[self.state][2]}: {self.object}")

    def get_success_url(self) -> str:
        return self.next_url or reverse(INBOX)

    def get_base_object_queryset(self) -> Any:
        return zero_results.shown()


class DismissView(DecideView):
    state = ZeroResultState.DISMISSED


class ReopenView(DecideView):
    state = ZeroResultState.OPEN
