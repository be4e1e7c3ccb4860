"""Facets: properties by which lists and search results can be filtered.

An app declares the facets of a page type where it registers the type (`documents.registry`). The
API's parameters, the counts of search, and the labels are derived from them.

Several types may share a facet, with the same name and meaning of values. The fields of the
documents that have the values may differ.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db.models import (
    BigIntegerField,
    CharField,
    Exists,
    F,
    Model,
    OuterRef,
    QuerySet,
    TextChoices,
)
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..alphabet import sort_key
from ..models import Document, DocumentFacet
from ..numbers import whole_number
from ..schemas.page import PageDocument
from .batch import Batch, Row
from .vocabularies import vocabulary_of

Labels = dict[str, str]
# Turns the rows of a facet's query to values with labels, in order.
ReadChoices = Callable[[list[Row]], list[tuple[str, str]]]
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
    # What a list's filter says where nothing is chosen.
    all_label: str | Promise = field(default="", compare=False)
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

    def choices_of(self, batch: Batch, collection: str, locale: str) -> ReadChoices:
        """Add the query of the values that filter a collection, and return how to read its rows."""
        raise NotImplementedError

    def matching(self, documents: QuerySet[Document], value: str) -> QuerySet[Document]:
        """Filter documents by one of the values of `choices_of`."""
        facet = DocumentFacet.objects.filter(document=OuterRef("pk"), name=self.name, value=value)
        return documents.filter(Exists(facet))

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

    def choices_of(self, batch: Batch, collection: str, locale: str) -> ReadChoices:
        """All terms that have a name in the language."""
        terms = vocabulary_of(self.model).terms(locale)
        batch.add(self.name, terms, text=F("slug"), extra=F("name"), order=[F("slug")])
        return lambda rows: sorted(
            ((row.text, row.extra) for row in rows), key=lambda choice: sort_key(choice[1], locale)
        )


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

    def choices_of(self, batch: Batch, collection: str, locale: str) -> ReadChoices:
        """The pages in the language that the collection links to, by the slugs of their paths."""
        ids = DocumentFacet.objects.filter(
            name=self.name, document__collection=collection, document__live=True
        ).annotate(page=Cast("value", BigIntegerField()))
        pages = Document.objects.filter(live=True, locale=locale, pk__in=ids.values("page"))
        batch.add(self.name, pages, text=F("path"), extra=F("card_json"), order=[F("sort_title")])
        return lambda rows: [(slug_of(row.text), json.loads(row.extra)["title"]) for row in rows]

    def matching(self, documents: QuerySet[Document], value: str) -> QuerySet[Document]:
        pages = Document.objects.filter(
            live=True, locale=OuterRef(OuterRef("locale")), path__endswith=f"/{value}/"
        )
        facet = DocumentFacet.objects.filter(
            document=OuterRef("pk"),
            name=self.name,
            value__in=pages.annotate(text=Cast("pk", CharField())).values("text"),
        )
        return documents.filter(Exists(facet))


def slug_of(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


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

    def choices_of(self, batch: Batch, collection: str, locale: str) -> ReadChoices:
        """The years of the collection, the latest first."""
        years = DocumentFacet.objects.filter(
            name=self.name,
            document__collection=collection,
            document__locale=locale,
            document__live=True,
        )
        batch.add(self.name, years.values("value").distinct(), text=F("value"))
        return lambda rows: [(row.text, row.text) for row in sorted(rows, reverse=True)]


@dataclass(frozen=True, kw_only=True)
class ChoiceFacet(Facet):
    """One or several of a fixed list of choices. The field defaults to that of the facet's name."""

    choices: type[TextChoices]

    def __post_init__(self) -> None:
        if not self.field_name:
            object.__setattr__(self, "field_name", self.name)

    def problem(self, value: str) -> str:
        return unknown_choice(value, map(str, self.choices.values))

    def values(self, document: PageDocument) -> Iterator[str]:
        held = self._held(document)
        choices = held if isinstance(held, list) else [held]
        return (str(choice) for choice in choices if choice)

    def choices_of(self, batch: Batch, collection: str, locale: str) -> ReadChoices:
        return lambda rows: [(str(value), str(label)) for value, label in self.choices.choices]

    def labels(self, values: Collection[str], locale: str) -> Labels:
        return {str(value): str(label) for value, label in self.choices.choices}
