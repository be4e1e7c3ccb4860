"""The confirmation that texts of a translation whose synchronisation was stopped are the same in
both languages. It is logged with the page."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.log_actions import log
from wagtail.models import Page

from govlab.core.translation.same_texts import say_they_are_the_same
from govlab.core.translation.untranslated import untranslated_texts

SAME_TEXTS = "govlab.translation_same_texts"
ACTIONS = {
    SAME_TEXTS: (
        gettext_lazy("Texts confirmed as the same"),
        gettext_lazy("Texts confirmed as the same in both languages."),
    ),
}


class SameTexts(View):
    """Confirms texts that are the same in both languages, such as names and codes."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(Page, pk=kwargs["page_id"])
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        context = {
            "page": self.page,
            "texts": untranslated_texts(self.page.get_latest_revision_as_object()),
            "next": get_valid_next_url_from_request(request),
        }
        return TemplateResponse(request, "editing/same_texts.html", context)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        chosen = set(request.POST.getlist("path"))
        latest = self.page.get_latest_revision_as_object()
        texts = [text for text in untranslated_texts(latest) if text.path in chosen]
        if texts:
            say_they_are_the_same(latest, texts, request.user)
            log(instance=latest, action=SAME_TEXTS, user=request.user)
        message = ngettext(
            "%(count)d text was confirmed as the same in both languages.",
            "%(count)d texts were confirmed as the same in both languages.",
            len(texts),
        )
        messages.success(request, message % {"count": len(texts)})
        return redirect(_back(request, self.page))


def _back(request: HttpRequest, page: Page) -> str:
    address: str = get_valid_next_url_from_request(request)
    return address or reverse("wagtailadmin_pages:edit", args=[page.pk])
