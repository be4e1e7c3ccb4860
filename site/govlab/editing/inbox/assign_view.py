"""The form that assigns a translation; the inbox's buttons send it with one account."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name, get_valid_next_url_from_request
from wagtail.models import Locale, Page

from ..language_names import language_name
from .assignments import assign, candidates, current_assignee, may_assign, source_of
from .translators import may_approve_translation


class AccountField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, account: Any) -> str:
        return str(get_user_display_name(account))


class AssignmentForm(forms.Form):
    assignee = AccountField(
        label=gettext_lazy("Translator"),
        queryset=get_user_model().objects.none(),
        required=False,
        empty_label=gettext_lazy("Nobody"),
    )

    def __init__(self, *args: Any, source: Any, locale: Locale, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = candidates(source, locale)  # type: ignore[attr-defined]


class Assign(View):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.locale = get_object_or_404(Locale, pk=kwargs["locale_id"])
        source = source_of(request.user, kwargs["key"], self.locale)
        if source is None:
            raise Http404
        self.source = source.specific if isinstance(source, Page) else source
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, key: UUID, locale_id: int) -> HttpResponse:
        if not may_approve_translation(request.user, self.source, self.locale):
            raise PermissionDenied
        before = current_assignee(self.source, self.locale)
        initial = {"assignee": before.pk if before else None}
        return self._show(AssignmentForm(initial=initial, source=self.source, locale=self.locale))

    def post(self, request: HttpRequest, key: UUID, locale_id: int) -> HttpResponse:
        form = AssignmentForm(request.POST, source=self.source, locale=self.locale)
        if not form.is_valid():
            if not may_approve_translation(request.user, self.source, self.locale):
                raise PermissionDenied
            return self._show(form)
        assignee = form.cleaned_data["assignee"]
        if not may_assign(request.user, self.source, self.locale, assignee):
            raise PermissionDenied
        assign(request.user, self.source, self.locale, assignee)
        messages.success(request, self._told(assignee))
        return redirect(self._back())

    def _told(self, assignee: Any | None) -> str:
        values = {
            "title": self._title(),
            "language": language_name(self.locale),
            "name": get_user_display_name(assignee) if assignee else "",
        }
        if assignee is None:
            return _("“%(title)s” (%(language)s) is assigned to nobody now.") % values
        if assignee == self.request.user:
            return _("“%(title)s” (%(language)s) is assigned to you now.") % values
        return _("“%(title)s” (%(language)s) is assigned now: %(name)s.") % values

    def _title(self) -> str:
        if isinstance(self.source, Page):
            return str(self.source.get_admin_display_title())
        return str(self.source)

    def _back(self) -> str:
        address: str = get_valid_next_url_from_request(self.request)
        return address or reverse("govlab_translation_report")

    def _show(self, form: AssignmentForm) -> HttpResponse:
        context = {
            "form": form,
            "title": self._title(),
            "language": language_name(self.locale),
            "back": self._back(),
        }
        return TemplateResponse(self.request, "editing/inbox/assign.html", context)
