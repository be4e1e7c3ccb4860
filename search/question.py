"""What is asked, in words that every engine understands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from .expansion import Synonym
from .normalisation import normalised

# So many characters a question may have. Longer ones are texts.
LONGEST_QUESTION = 200
# Elasticsearch gives no more than its first 10,000 results, and fails where it is asked for more.
DEEPEST = 10_000
# Documents have no longer values of facets.
LONGEST_VALUE = 200
FACETS = ("type", "topic", "laboratory", "institution", "method", "year", "kind", "stage")

_UNUSABLE = re.compile("[\x00\ud800-\udfff]")
# Facet name → values of which one must hold; every facet must.
Choices = Mapping[str, Sequence[str]]


class QuestionError(ValueError):
    """What nobody may ask. Whoever asks is told; no engine meets it and fails."""


class UnknownFacetError(QuestionError):
    """The name of something that results cannot be narrowed by."""


class PageError(QuestionError):
    """A page of results that no engine gives."""


def as_value(text: str) -> str:
    """One that an engine can be asked for: no database takes a NUL, no cluster a very long word."""
    value = _UNUSABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return value if len(value) <= LONGEST_VALUE else value[:LONGEST_VALUE] + "…"


def refuse_unknown(chosen: Choices) -> None:
    if unknown := sorted(set(chosen) - set(FACETS)):
        raise UnknownFacetError(", ".join(unknown))


@dataclass(frozen=True)
class Question:
    """Raises QuestionError where it is made."""

    text: str
    locale: str
    chosen: Choices = field(default_factory=dict)
    synonyms: Sequence[Synonym] = ()
    # Pages that editors put first, in this order.
    promoted: Sequence[int] = ()
    page: int = 1
    size: int = 10
    # The moment that the age of news is counted from.
    now: datetime = field(default_factory=timezone.now)

    def __post_init__(self) -> None:
        refuse_unknown(self.chosen)
        chosen = {name: tuple(map(as_value, values)) for name, values in self.chosen.items()}
        object.__setattr__(self, "text", normalised(self.text)[:LONGEST_QUESTION])
        object.__setattr__(self, "chosen", chosen)
        if self.page < 1 or self.size < 1 or self.page * self.size > DEEPEST:
            raise PageError(f"Page {self.page} of {self.size} results each.")
