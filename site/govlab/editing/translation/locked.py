"""Prevents that the synchronisation of a locked page is started again.

Wagtail's page editor checks locks after its hooks, and wagtail-localize does this in one.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from .rights import is_locked

ACTIONS = ("localize-restart-translation", "localize-convert-to-alias")


def refuse_locked(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail's hook before editing."""
    if request.method != "POST" or not any(action in request.POST for action in ACTIONS):
        return None
    lock: Any = page.get_lock()
    if lock is None or not is_locked(request.user, page):
        return None
    messages.error(request, lock.get_message(request.user) or _("The page is locked."))
    return redirect(request.get_full_path())
