"""Confirmations for translations whose synchronisation was stopped: that they are up to date with
the original, and that some texts are the same in both languages. Both are logged with the page.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.models import Translation

from govlab.core.translation.reviews import review
from govlab.core.translation.same_texts import say_they_are_the_same
from govlab.core.translation.untranslated import untranslated_texts

REVIEWED = "govlab.translation_reviewed"
SAME_TEXTS = "govlab.translation_same_texts"
ACTIONS = {
    REVIEWED: (gettext_lazy("Translation reviewed"), gettext_lazy("Confirmed as up to date.")),
    SAME_TEXTS: (
        gettext_lazy("Texts confirmed as the same"),
        gettext_lazy("Texts confirmed as the same in both languages."),
    ),
}


def translation_kept_by_hand(page: Page) -> Translation | None:
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=False
        )
        .select_related("source")
        .first()
    )


class Review(View):
    """Confirms that the translation is up to date. It requires the permission to publish, because
    the notice to readers disappears."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.page = get_object_or_404(Page, pk=kwargs["page_id"])
        if not self.page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        translation = translation_kept_by_hand(self.page)
        if translation is None:
            raise Http404
        self.translation = translation
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        source = self.translation.source.get_source_instance()
        context = {
            "page": self.page,
            "source": source,
            "source_url": reverse("wagtailadmin_pages:edit", args=[source.pk]),
            "next": get_valid_next_url_from_request(request),
        }
        return TemplateResponse(request, "editing/review_translation.html", context)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        review(self.translation, request.user)
        log(instance=self.page.specific, action=REVIEWED, user=request.user)
        title = self.page.get_admin_display_title()
        messages.success(request, _("“%(title)s” is up to date now.") % {"title": title})
        return redirect(_back(request, self.page))


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
