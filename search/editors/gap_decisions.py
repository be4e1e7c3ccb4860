"""What editors decide about a question without answering it: one click, one to take it back."""

from typing import Any

from django.contrib import messages
from django.urls import reverse
from wagtail.admin.views.generic.base import BaseOperationView
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from .. import gaps
from ..models import GapState, SearchGap
from .answering import INBOX
from .gap_log import ACTIONS, decide


class DecideView(PermissionCheckedMixin, BaseOperationView):
    model = SearchGap
    permission_required = "change"
    http_method_names = ["post"]
    state: GapState

    def perform_operation(self) -> None:
        decide([self.object], self.state, self.request.user)

    def add_success_message(self) -> None:
        messages.success(self.request, f"{ACTIONS[self.state][2]}: {self.object}")

    def get_success_url(self) -> str:
        return self.next_url or reverse(INBOX)

    def get_base_object_queryset(self) -> Any:
        return gaps.shown()


class DismissView(DecideView):
    state = GapState.DISMISSED


class ReopenView(DecideView):
    state = GapState.OPEN
