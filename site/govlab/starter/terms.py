"""The first terms of the vocabularies, in both languages."""

from typing import Any

from wagtail.models import Locale

from govlab.core.vocabularies import Institution, Laboratory, Term, Topic

from .files import terms
from .translation import translate

VOCABULARIES: dict[str, type[Term]] = {
    "laboratory": Laboratory,
    "topic": Topic,
    "institution": Institution,
}
NEUTRAL_FIELDS = {"year_from": "year_from", "year_to": "year_to", "sample": "is_sample"}


def create_terms(source: Locale, target: Locale) -> dict[str, dict[str, Any]]:
    """Vocabulary → key → the term in the source language."""
    return {
        vocabulary: {
            entry["key"]: _create(model, entry, source, target) for entry in terms()[vocabulary]
        }
        for vocabulary, model in VOCABULARIES.items()
    }


def _create(model: type[Term], entry: dict[str, Any], source: Locale, target: Locale) -> Term:
    known = {field.name for field in model._meta.get_fields()}
    neutral = {
        field: entry[name]
        for name, field in NEUTRAL_FIELDS.items()
        if name in entry and field in known
    }
    term = model(locale=source, **neutral, **entry["lv"])
    term.full_clean()
    term.save()
    twin = model.objects.get(pk=term.pk)
    for field, text in entry["en"].items():
        setattr(twin, field, text)
    translate(term, twin, target)
    return term
