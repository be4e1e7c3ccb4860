"""The page of one release, with everything that can be done with it."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from .buttons import ACTIONS
from .screen import ReleaseScreen


class ReleaseDetail(ReleaseScreen):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        action = ACTIONS.get(request.POST.get("do", ""))
        if action is None:
            return self.get(request, pk)
        try:
            response = action(self, request)
        except ValidationError as refused:
            for message in refused.messages:
                messages.error(request, message)
            response = None
        return response or redirect("govlab_release", pk)
