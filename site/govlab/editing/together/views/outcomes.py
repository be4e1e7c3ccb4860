"""What the dialogues say before and after: the translations, and what could not be done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Locale, Page

from ...language_names import language_name
from ..companions import Companion
from ..unpublishing import Outcome


@dataclass(frozen=True)
class Shown:
    """A translation as the dialogue names it."""

    title: str
    language: str
    refusal: str
    pages_below: int


def shown(companions: Iterable[Companion]) -> list[Shown]:
    return [
        Shown(
            item.page.get_admin_display_title(),
            language_name(item.page.locale),
            item.refusal,
            item.page.get_descendant_count(),
        )
        for item in companions
    ]


def languages(pages: Sequence[Page], companions: Sequence[Companion]) -> list[Locale]:
    keys = {page.locale_id for page in pages} | {item.page.locale_id for item in companions}
    return list(Locale.objects.filter(pk__in=keys).order_by("pk"))


def tell_outcome(request: HttpRequest, outcome: Outcome, done: str) -> None:
    """Add messages for the translations. `done` has %(title)s and %(language)s."""
    for page in outcome.done:
        values = {"title": page.title, "language": language_name(page.locale)}
        messages.success(request, done % values)
    for item in outcome.left:
        values = {
            "title": item.page.get_admin_display_title(),
            "language": language_name(item.page.locale),
            "reason": item.refusal,
        }
        messages.warning(
            request,
            _(
                "The translation “%(title)s” (%(language)s) was left as it is. %(reason)s They "
                "see it among what waits for them."
            )
            % values,
        )
