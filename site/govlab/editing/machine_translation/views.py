"""Replaces wagtail-localize's view, in which an error of the service is an error page, and broken
tags are stored."""

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import Translation

from .drafts import Outcome, translate_what_is_left


@transaction.non_atomic_requests
@require_POST
def machine_translate(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Rights are checked before (`editing.translation.addresses`)."""
    translation = get_object_or_404(
        Translation.objects.select_related("source__locale", "target_locale"), pk=translation_id
    )
    if not translate_and_tell(request, translation):
        raise Http404
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def translate_and_tell(request: HttpRequest, translation: Translation) -> bool:
    """Returns whether there is a machine for the languages."""
    translator = get_machine_translator()
    if translator is None or not translator.can_translate(
        translation.source.locale, translation.target_locale
    ):
        return False
    tell(request, translate_what_is_left(translation, translator, request.user))
    return True


def tell(request: HttpRequest, outcome: Outcome) -> None:
    if outcome.translated:
        messages.success(
            request,
            ngettext(
                "A machine translated %(count)d text. Check it before you publish.",
                "A machine translated %(count)d texts. Check them before you publish.",
                outcome.translated,
            )
            % {"count": outcome.translated},
        )
    if outcome.broken:
        messages.warning(
            request,
            ngettext(
                "%(count)d text is left untranslated: the machine broke its links or formatting.",
                "%(count)d texts are left untranslated: the machine broke their links or "
                "formatting.",
                outcome.broken,
            )
            % {"count": outcome.broken},
        )
    if outcome.error:
        messages.error(request, _with_rest(outcome))
    elif not outcome.translated and not outcome.broken:
        messages.warning(request, _nothing(outcome))


def _with_rest(outcome: Outcome) -> str:
    if not outcome.left:
        return str(outcome.error)
    rest = ngettext(
        "%(count)d text is left to translate.",
        "%(count)d texts are left to translate.",
        outcome.left,
    )
    return f"{outcome.error} {rest % {'count': outcome.left}}"


def _nothing(outcome: Outcome) -> Any:
    if outcome.left:
        return _("The machine translated nothing. Translate the texts yourself.")
    return _("There is nothing left to translate.")
