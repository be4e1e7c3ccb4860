"""Facets: properties by which lists and search results can be filtered.

An app declares the facets of a page type where it registers the type (`documents.registry`). The
API's parameters, the counts of search, and the labels are derived from them.

Several types may share a facet, with the same name and meaning of values. The fields of the
documents that have the values may differ.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db.models import Model, TextChoices
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..models import Document
from ..numbers import whole_number
from ..schemas.page import PageDocument
from .vocabularies import vocabulary_of

Labels = dict[str, str]
YEAR_DIGITS = 4


def unknown_choice(value: str, allowed: Iterable[str]) -> str:
    names = list(allowed)
    return "" if value in names else f"Unknown value {value}. Allowed: {', '.join(names)}."


@dataclass(frozen=True, kw_only=True)
class Facet:
    name: str
    # The label for readers, translated.
    label: str | Promise = field(compare=False)
    # For the API's contract: a sentence in English.
    description: str = field(compare=False)
    # The field of the schema that holds the values, such as `stage` or `period.start`.
    field_name: str = field(default="", compare=False)
    # Whether it is a facet of search, besides the type's own list.
    in_search: bool = True

    # Whether values are the same in all languages.
    shared: ClassVar[bool] = True

    def values(self, document: PageDocument) -> Iterator[str]:
        """Yield the values of a document."""
        raise NotImplementedError

    def labels(self, values: Collection[str], locale: str) -> Labels:
        """Map values to labels in the active language, without obsolete values.

        `locale` is the language of the documents that have the values.
        """
        raise NotImplementedError

    def problem(self, value: str) -> str:
        """Say why no document can have the value; empty where one could."""
        return ""

    def _held(self, document: PageDocument) -> Any:
        held: Any = document
        for name in self.field_name.split("."):
            held = None if held is None else getattr(held, name)
        return held


@dataclass(frozen=True, kw_only=True)
class TermFacet(Facet):
    """A vocabulary, whose values are slugs of terms in `terms` of the document."""

    model: type[Model]
    field_name: str = field(default="terms", compare=False)
    shared: ClassVar[bool] = False

    @classmethod
    def of(cls, model: type[Model]) -> Self:
        name = str(model._meta.model_name)
        return cls(
            name=name,
            label=capfirst(model._meta.verbose_name or name),
            description="The slug of a term that describes the items, in their language; see "
            f"`/terms/{name}`.",
            model=model,
        )

    def values(self, document: PageDocument) -> Iterator[str]:
        return (term.slug for term in document.terms if term.vocabulary == self.name)

    def labels(self, values: Collection[str], locale: str) -> Labels:
        if not values:
            return {}
        terms = vocabulary_of(self.model).terms(locale).filter(slug__in=values)
        return dict(terms.values_list("slug", "name"))


@dataclass(frozen=True, kw_only=True)
class PageFacet(Facet):
    """Linked pages, whose values are page ids in the document's language."""

    shared: ClassVar[bool] = False

    def problem(self, value: str) -> str:
        return "" if whole_number(value) is not None else f"Not the id of a page: {value}."

    def values(self, document: PageDocument) -> Iterator[str]:
        return (str(link.id) for link in self._held(document))

    def labels(self, values: Collection[str], locale: str) -> Labels:
        if not values:
            return {}
        ids = [number for number in map(whole_number, values) if number is not None]
        cards = Document.objects.filter(pk__in=ids, live=True).values_list("pk", "card_json")
        return {str(pk): json.loads(card)["title"] for pk, card in cards}


@dataclass(frozen=True, kw_only=True)
class YearFacet(Facet):
    """The year of the date that lists are ordered by."""

    name: str = "year"
    label: str | Promise = field(default=_("Year"), compare=False)
    description: str = field(
        default=f"The year of the items' own date, in four digits, in the time zone "
        f"{settings.TIME_ZONE}.",
        compare=False,
    )

    def problem(self, value: str) -> str:
        is_year = whole_number(value) is not None and len(value) == YEAR_DIGITS
        return "" if is_year else f"Not a year in four digits: {value}."

    def values(self, document: PageDocument) -> Iterator[str]:
        day: date | None = self._held(document)
        if day:
            yield str(day.year)

    def labels(self, values: Collection[str], locale: str) -> Labels:
        return {value: value for value in values}


@dataclass(frozen=True, kw_only=True)
class ChoiceFacet(Facet):
    """One of a fixed list of choices. The field defaults to that of the facet's name."""

    choices: type[TextChoices]

    def __post_init__(self) -> None:
        if not self.field_name:
            object.__setattr__(self, "field_name", self.name)

    def problem(self, value: str) -> str:
        return unknown_choice(value, map(str, self.choices.values))

    def values(self, document: PageDocument) -> Iterator[str]:
        if choice := self._held(document):
            yield str(choice)

    def labels(self, values: Collection[str], locale: str) -> Labels:
        return {str(value): str(label) for value, label in self.choices.choices}
