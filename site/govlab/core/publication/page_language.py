"""Where a page stands decides the language of its address, so it is the language of the page too.

Wagtail keeps a page that is moved in its language's tree; one that is copied, made an alias of, or
added by code may come anywhere. The rule stands below all of these; forms give its reason.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models.signals import pre_save
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.signals import pre_page_move


def connect() -> None:
    pre_save.connect(_before_save, dispatch_uid="core_page_language")
    pre_page_move.connect(_before_move, dispatch_uid="core_page_language_of_move")


def refusal(page: Page, parent: Page) -> str | None:
    """Why the page cannot stand there; None where it can, as below the root of all languages."""
    if parent.is_root() or page.locale_id is None or page.locale_id == parent.locale_id:
        return None
    return _(
        "The page is in one language (%(language)s), and the pages below “%(parent)s” are in "
        "another (%(other)s). Translate the page instead."
    ) % {
        "language": page.locale,
        "parent": parent.get_admin_display_title(),
        "other": parent.locale,
    }


def check(page: Page, parent: Page) -> None:
    """Raises ValidationError."""
    if reason := refusal(page, parent):
        raise ValidationError(reason, code="other_language")


def _before_save(instance: Any, raw: bool, **kwargs: Any) -> None:
    if not raw and isinstance(instance, Page) and instance._state.adding and instance.depth > 2:
        parent = Page.objects.filter(path=instance.path[: -Page.steplen]).first()
        if parent:
            check(instance, parent)


def _before_move(instance: Page, parent_page_after: Page, **kwargs: Any) -> None:
    check(instance, parent_page_after)


@hooks.register("before_move_page")
def refuse_to_move(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """Wagtail refuses it too, and says that permission is missing."""
    reason = refusal(page, destination)
    if reason is None:
        return None
    messages.error(request, reason)
    return redirect("wagtailadmin_pages:move", page.pk)
