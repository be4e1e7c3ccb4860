"""No text goes live in another language than the page's.

wagtail-localize publishes what nobody has translated yet in the language it was written in, and
warns afterwards. Here such a translation is not published, and the editor is told how much is left.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from wagtail_localize.models import Translation


def untranslated_texts(translation: Translation) -> int:
    total, done = translation.get_progress()
    left: int = total - done
    return left


def warn_of_untranslated(request: HttpRequest, translation: Translation, left: int) -> None:
    message = ngettext(
        "Not published in %(language)s: %(left)d text is not translated yet.",
        "Not published in %(language)s: %(left)d texts are not translated yet.",
        left,
    )
    language = translation.target_locale.get_display_name()
    messages.error(request, message % {"language": language, "left": left})


def refuse_incomplete(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """For Wagtail's hooks before editing: stops “publish” in the translation editor."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = (
        Translation.objects.filter(
            source__object_id=getattr(instance, "translation_key", None),
            target_locale_id=getattr(instance, "locale_id", None),
            enabled=True,
        )
        .select_related("target_locale")
        .first()
    )
    left = untranslated_texts(translation) if translation else 0
    if not translation or not left:
        return None
    warn_of_untranslated(request, translation, left)
    return redirect(request.get_full_path())
