"""Vocabularies: models of translatable terms that pages are described with.

An app registers its own in `AppConfig.ready()`. A term has `name`, `slug` and `description`, and
Wagtail's `TranslatableMixin`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet


def _all(terms: QuerySet[Any]) -> QuerySet[Any]:
    return terms


@dataclass(frozen=True)
class Vocabulary:
    model: type[Model]
    # Narrows terms of one language to those that have a name of their own in it.
    named: Callable[[QuerySet[Any]], QuerySet[Any]] = _all

    @property
    def name(self) -> str:
        """As facets and the API call it."""
        return str(self.model._meta.model_name)

    def terms(self, locale: str) -> QuerySet[Any]:
        """Those that have a name in the language."""
        return self.named(self.model._default_manager.filter(locale__language_code=locale))


_vocabularies: dict[type[Model], Vocabulary] = {}


def register(vocabulary: Vocabulary) -> None:
    """Raises ValueError where another model already has its name."""
    for known in _vocabularies.values():
        if known.name == vocabulary.name and known.model is not vocabulary.model:
            raise ValueError(f"Two vocabularies are called {known.name}.")
    _vocabularies[vocabulary.model] = vocabulary


def vocabularies() -> dict[str, Vocabulary]:
    return {vocabulary.name: vocabulary for vocabulary in _vocabularies.values()}


def vocabulary_of(model: type[Model]) -> Vocabulary:
    """Raises KeyError for a model that no app registered."""
    return _vocabularies[model]
