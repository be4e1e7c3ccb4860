"""What lists and search results can be narrowed by.

An app declares the facets of a page type where it registers the type (`documents.registry`). The
API's parameters, what search counts, and the labels that readers see are made of them.

Two types may have the same facet: then they name it alike and mean the same by its values. Where in
a document the values stand may differ.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Self

from django.db.models import Model, TextChoices
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..models import Document
from ..numbers import whole_number
from ..schemas.page import PageDocument
from .vocabularies import vocabulary_of

Labels = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Facet:
    name: str
    # For readers, in their language.
    label: str | Promise = field(compare=False)
    # For the API's contract: a sentence in English.
    description: str = field(compare=False)
    # The field of the schema that holds the values, such as `stage` or `period.start`.
    field_name: str = field(default="", compare=False)
    # Whether search offers it, beside the list of the type's own.
    in_search: bool = True

    # Whether a value means the same in every language.
    shared: ClassVar[bool] = True

    def values(self, document: PageDocument) -> Iterator[str]:
        """The values that a document has."""
        raise NotImplementedError

    def labels(self, values: Collection[str], locale: str) -> Labels:
        """Value → label in the active language, of the values that still have one.

        `locale` is the language of the documents that have the values.
        """
        raise NotImplementedError

    def _held(self, document: PageDocument) -> Any:
        held: Any = document
        for name in self.field_name.split("."):
            held = None if held is None else getattr(held, name)
        return held


@dataclass(frozen=True, kw_only=True)
class TermFacet(Facet):
    """Terms of a vocabulary, by their slugs. They are among the `terms` of a document."""

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
    """Other pages, by their ids in the document's language; the field holds links to them."""

    shared: ClassVar[bool] = False

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
    """The year of the items' own date, which lists are ordered by; the field holds the date."""

    name: str = "year"
    label: str | Promise = field(default=_("Year"), compare=False)
    description: str = field(
        default="The year of the items' own date, four digits, in the site's time zone.",
        compare=False,
    )

    def values(self, document: PageDocument) -> Iterator[str]:
        day: date | None = self._held(document)
        if day:
            yield str(day.year)

    def labels(self, values: Collection[str], locale: str) -> Labels:
        return {value: value for value in values}


@dataclass(frozen=True, kw_only=True)
class ChoiceFacet(Facet):
    """One of a fixed list of choices; the field has the facet's name where none is given."""

    choices: type[TextChoices]

    def __post_init__(self) -> None:
        if not self.field_name:
            object.__setattr__(self, "field_name", self.name)

    def values(self, document: PageDocument) -> Iterator[str]:
        if choice := self._held(document):
            yield str(choice)

    def labels(self, values: Collection[str], locale: str) -> Labels:
        return {str(value): str(label) for value, label in self.choices.choices}
