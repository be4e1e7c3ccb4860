"""The registry of vocabularies: models of translatable terms that describe pages.

Apps register theirs in `AppConfig.ready()`. A term has `name`, `slug` and `description`, and uses
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
    # Filters terms of one language to those that have a name in it.
    named: Callable[[QuerySet[Any]], QuerySet[Any]] = _all

    @property
    def name(self) -> str:
        """The name of the vocabulary, as a facet and in the API."""
        return str(self.model._meta.model_name)

    def terms(self, locale: str) -> QuerySet[Any]:
        """Return the terms that have a name in the language."""
        return self.named(self.model._default_manager.filter(locale__language_code=locale))


_vocabularies: dict[type[Model], Vocabulary] = {}


def register(vocabulary: Vocabulary) -> None:
    """Raises ValueError if another model already has the name."""
    for known in _vocabularies.values():
        if known.name == vocabulary.name and known.model is not vocabulary.model:
            raise ValueError(f"Two vocabularies are called {known.name}.")
    _vocabularies[vocabulary.model] = vocabulary


def vocabularies() -> dict[str, Vocabulary]:
    return {vocabulary.name: vocabulary for vocabulary in _vocabularies.values()}


def is_term(instance: Model) -> bool:
    """Whether the object is of a registered model. It is called at every save of any model."""
    return isinstance(instance, tuple(_vocabularies))


def vocabulary_of(model: type[Model]) -> Vocabulary:
    """Raises KeyError if the model is not registered."""
    return _vocabularies[model]
