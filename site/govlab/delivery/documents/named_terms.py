"""The terms of vocabularies by language, read once for the documents that are built together."""

from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Model

from .vocabularies import vocabulary_of


class NamedTerms:
    def __init__(self) -> None:
        self._found: dict[tuple[type[Model], str], dict[UUID, Any]] = {}

    def of(self, model: type[Model], keys: Collection[UUID], locale: str) -> dict[UUID, Any]:
        """Map translation keys to terms: those with a name in the language, else those of another
        language."""
        own = self._in_language(model, locale)
        found = {key: own[key] for key in keys if key in own}
        missing = set(keys) - found.keys()
        return found | {term.translation_key: term for term in _elsewhere(model, missing, locale)}

    def _in_language(self, model: type[Model], locale: str) -> dict[UUID, Any]:
        if (model, locale) not in self._found:
            rows = vocabulary_of(model).terms(locale).select_related("locale")
            self._found[model, locale] = {term.translation_key: term for term in rows}
        return self._found[model, locale]


def _elsewhere(model: type[Model], keys: Collection[UUID], locale: str) -> Iterator[Any]:
    if keys:
        rows = model._default_manager.filter(translation_key__in=keys).select_related("locale")
        yield from rows.exclude(locale__language_code=locale).order_by("locale")
