"""Where a page may be: in the tree of its language, at an address that is free for pages.

Wagtail ensures the language only for moves, not for copies, aliases and pages created by code, and
knows nothing of other addresses. Forms display the reason; a draft may keep an address that the
publication gate then refuses, as a translation does whose slug is the original's.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models.signals import pre_save
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.models import Page
from wagtail.signals import pre_page_move

from . import page_language, reserved_addresses


def connect() -> None:
    pre_save.connect(_before_save, dispatch_uid="core_page_language")
    pre_page_move.connect(_before_move, dispatch_uid="core_page_language_of_move")


def refusal(page: Page, parent: Page, slug: str = "") -> str | None:
    """Return why the page may not be under the parent, with its slug or the one given; None if it
    may."""
    reason = page_language.refusal(page, parent)
    return reason or reserved_addresses.refusal(page, parent, slug)


def _before_save(instance: Any, raw: bool, **kwargs: Any) -> None:
    if not raw and isinstance(instance, Page) and instance._state.adding and instance.depth > 2:
        parent = instance.get_parent()
        if parent and (reason := page_language.refusal(instance, parent)):
            raise ValidationError(reason, code="other_language")


def _before_move(instance: Page, parent_page_after: Page, **kwargs: Any) -> None:
    if reason := refusal(instance, parent_page_after):
        raise ValidationError(reason)


@hooks.register("before_move_page")
def refuse_to_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Explain the refusal; Wagtail's own message is that permission is missing."""
    reason = refusal(page, destination)
    if reason is None:
        return None
    messages.error(request, reason)
    return redirect("wagtailadmin_pages:move", page.pk)
