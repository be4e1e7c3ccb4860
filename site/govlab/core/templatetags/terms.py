"""Names of terms that are in another language than the page they stand on."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import template
from wagtail.models import Locale

from govlab.core.translation.terms import untranslated_keys
from govlab.core.vocabularies import Term

register = template.Library()


@dataclass(frozen=True)
class _Languages:
    """What is asked once a request, however many terms it shows."""

    codes: dict[int, str]
    active: int
    # Translation key → locale of the original, of terms without a name in the active language.
    untranslated: dict[UUID, int]


@register.simple_tag(takes_context=True)
def term_language(context: template.Context, term: Term | None) -> str:
    """The language of a term's name for the `lang` attribute; empty where it is the page's."""
    if term is None:
        return ""
    languages = _languages(context["request"])
    locale_id = term.locale_id
    if locale_id == languages.active:
        locale_id = languages.untranslated.get(term.translation_key, locale_id)
    return "" if locale_id == languages.active else languages.codes[locale_id]


def _languages(request: Any) -> _Languages:
    if not hasattr(request, "_govlab_term_languages"):
        active = Locale.get_active()
        request._govlab_term_languages = _Languages(
            codes=dict(Locale.objects.values_list("pk", "language_code")),
            active=active.pk,
            untranslated=untranslated_keys(active),
        )
    languages: _Languages = request._govlab_term_languages
    return languages
