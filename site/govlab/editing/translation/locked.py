"""Prevents changes of locked pages through the translation editor.

Wagtail's page editor checks locks after its hooks, and wagtail-localize's editor is one of these.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page
from wagtail_localize.models import Translation

from .rights import is_locked


def refuse_locked(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail's hook before editing."""
    if request.method != "POST" or not _is_translation(page):
        return None
    lock: Any = page.get_lock()
    if lock is None or not is_locked(request.user, page):
        return None
    messages.error(request, lock.get_message(request.user) or _("The page is locked."))
    return redirect(request.get_full_path())


def _is_translation(page: Page) -> bool:
    translations = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id
    )
    return bool(translations.exists())
