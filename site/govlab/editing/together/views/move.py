from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.pages.move import MoveConfirmView
from wagtail.admin.views.pages.ordering import SetPagePositionView
from wagtail.models import Page

from ..companions import Companion
from ..forms import TranslationsForm
from ..moving import companions, move, order
from .outcomes import shown, tell_outcome


class Move(MoveConfirmView):
    """Asks whether the translations move to the translation of the destination."""

    template_name = "editing/together/confirm_move.html"

    @cached_property
    def companions(self) -> list[Companion]:
        return companions(self.page_to_move, self.destination, self.request.user)

    def _form(self, data: Any = None) -> TranslationsForm:
        return TranslationsForm(data, has_translations=bool(self.companions))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = self._form(request.POST)
        if not form.is_valid():
            invalid: HttpResponse = self.render_to_response(self.get_context_data(form=form))
            return invalid
        outcome = move(
            self.page_to_move,
            self.destination,
            request.user,
            with_translations=form.with_translations,
        )
        messages.success(
            request,
            _("“%(title)s” was moved.") % {"title": self.page_to_move.get_admin_display_title()},
            buttons=[
                messages.button(
                    reverse("wagtailadmin_pages:edit", args=[self.page_to_move.pk]), _("Edit")
                )
            ],
        )
        tell_outcome(
            request, outcome, _("The translation “%(title)s” (%(language)s) was moved too.")
        )
        for hook in hooks.get_hooks("after_move_page"):
            answer = hook(request, self.page_to_move)
            if isinstance(answer, HttpResponseBase):
                return answer
        return redirect("wagtailadmin_explore", self.destination.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {"form": self._form()} | context | {"translations": shown(self.companions)}


class SetPosition(SetPagePositionView):
    """The translations follow without a question, as one dragged the page and may drag it back."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post(request, *args, **kwargs)
        order(get_object_or_404(Page, pk=kwargs["page_to_move_id"]), request.user)
        return response
