"""A search query, as passed to every engine."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.utils import timezone

from search.text.adjacency import Phrase, adjacent
from search.text.highlights import Wanted
from search.text.normalisation import normalised
from search.text.words import words

from .expansion import MOST_WORDS, Concept, Synonym, Synonyms, concepts, tokens
from .facets import facet_names
from .related_terms import RelatedTerm, related_terms
from .results import FEW_RESULTS, RELAXED_BELOW
from .syntax import Syntax, parse

# In characters.
MAX_QUERY_LENGTH = 200
# Elasticsearch's `index.max_result_window`.
MAX_RESULT_WINDOW = 10_000
# In characters; no document has a longer value.
MAX_VALUE_LENGTH = 200

_UNUSABLE = re.compile("[\x00\ud800-\udfff]")
# Facet name → values of which one must hold; every facet must.
Choices = Mapping[str, Sequence[str]]


class SearchQueryError(ValueError):
    """The query is not valid for engines."""


class UnknownFacetError(SearchQueryError):
    """There is no facet of this name."""


class PageOutOfRangeError(SearchQueryError):
    """The page of results is below the first or ends beyond MAX_RESULT_WINDOW."""


def as_value(text: str) -> str:
    """Return a valid facet value: databases refuse NUL, clusters very long terms."""
    value = _UNUSABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return value if len(value) <= MAX_VALUE_LENGTH else value[:MAX_VALUE_LENGTH] + "…"


def refuse_unknown(chosen: Choices) -> None:
    if chosen and (unknown := sorted(set(chosen) - set(facet_names()))):
        raise UnknownFacetError(", ".join(unknown))


@dataclass(frozen=True)
class SearchQuery:
    """Raises SearchQueryError on creation if it is not valid."""

    text: str
    locale: str
    chosen: Choices = field(default_factory=dict)
    synonyms: Sequence[Synonym] = ()
    # Ids of pages that editors put first, in this order.
    promoted: Sequence[int] = ()
    page: int = 1
    size: int = 10
    # Whether facet values are counted, which costs as much as the rest.
    facets: bool = True
    # The reference time for the age of documents.
    now: datetime = field(default_factory=timezone.now)

    def __post_init__(self) -> None:
        refuse_unknown(self.chosen)
        chosen = {name: tuple(map(as_value, values)) for name, values in self.chosen.items()}
        object.__setattr__(self, "text", normalised(self.text)[:MAX_QUERY_LENGTH])
        object.__setattr__(self, "chosen", chosen)
        if self.page < 1 or self.size < 1 or self.page * self.size > MAX_RESULT_WINDOW:
            raise PageOutOfRangeError(f"Page {self.page} of {self.size} results each.")

    @cached_property
    def syntax(self) -> Syntax:
        return parse(self.text, self.locale)

    @cached_property
    def concepts(self) -> list[Concept]:
        """What is asked for, in quotes or not."""
        return concepts(self.syntax.text, self.locale, self.synonyms)

    @cached_property
    def related(self) -> tuple[RelatedTerm, ...]:
        """Related terms of what is asked for, which are used where few pages have the words."""
        typed = words(self.syntax.text, self.locale)
        return related_terms(self.concepts, Synonyms.of(self.synonyms), typed, self.locale)

    @property
    def relaxed_below(self) -> int:
        """If fewer pages have enough of the words, others are found too. Who asks with a single
        word wants pages that have it, if there are some."""
        return RELAXED_BELOW if len(self.concepts) > 1 else FEW_RESULTS

    @cached_property
    def required(self) -> list[Phrase]:
        return _phrases(self.syntax.quoted, self.locale)

    @cached_property
    def excluded(self) -> list[Phrase]:
        return _phrases(self.syntax.excluded, self.locale, certain=True)

    @cached_property
    def highlighted(self) -> Wanted:
        """Words in quotes are marked only where they are side by side."""
        quotes = self.syntax.quoted
        free = concepts(self.syntax.free, self.locale, self.synonyms) if quotes else self.concepts
        words = tuple(tokens([concept]) for concept in free)
        return Wanted(frozenset().union(*words), tuple(self.required), words)


def _phrases(texts: Iterable[str], locale: str, *, certain: bool = False) -> list[Phrase]:
    """Further words of a query are ignored, as those without quotes are."""
    found, budget = [], MOST_WORDS
    for text in texts:
        phrase = adjacent(text, locale, certain=certain)
        budget -= len(phrase[0].words)
        if budget < 0:
            break
        found.append(phrase)
    return found
