"""A search query as every engine takes it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from search.text.normalisation import normalised

from .expansion import Synonym
from .facets import facet_names

# In characters.
MAX_QUERY_LENGTH = 200
# Elasticsearch's `index.max_result_window`: it fails where a page ends beyond it.
MAX_RESULT_WINDOW = 10_000
# In characters; no document has a longer value.
MAX_VALUE_LENGTH = 200

_UNUSABLE = re.compile("[\x00\ud800-\udfff]")
# Facet name → values of which one must hold; every facet must.
Choices = Mapping[str, Sequence[str]]


class SearchQueryError(ValueError):
    """The query is outside what engines take. It is refused before one is asked."""


class UnknownFacetError(SearchQueryError):
    """Results cannot be narrowed by a facet of this name."""


class PageOutOfRangeError(SearchQueryError):
    """The page of results is below the first or ends beyond MAX_RESULT_WINDOW."""


def as_value(text: str) -> str:
    """The facet value as engines take it: databases refuse a NUL, clusters a very long term."""
    value = _UNUSABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return value if len(value) <= MAX_VALUE_LENGTH else value[:MAX_VALUE_LENGTH] + "…"


def refuse_unknown(chosen: Choices) -> None:
    if unknown := sorted(set(chosen) - set(facet_names())):
        raise UnknownFacetError(", ".join(unknown))


@dataclass(frozen=True)
class SearchQuery:
    """Raises SearchQueryError where it is made."""

    text: str
    locale: str
    chosen: Choices = field(default_factory=dict)
    synonyms: Sequence[Synonym] = ()
    # Ids of pages that editors put first, in this order.
    promoted: Sequence[int] = ()
    page: int = 1
    size: int = 10
    # The moment that the age of documents is counted from.
    now: datetime = field(default_factory=timezone.now)

    def __post_init__(self) -> None:
        refuse_unknown(self.chosen)
        chosen = {name: tuple(map(as_value, values)) for name, values in self.chosen.items()}
        object.__setattr__(self, "text", normalised(self.text)[:MAX_QUERY_LENGTH])
        object.__setattr__(self, "chosen", chosen)
        if self.page < 1 or self.size < 1 or self.page * self.size > MAX_RESULT_WINDOW:
            raise PageOutOfRangeError(f"Page {self.page} of {self.size} results each.")
