"""What is asked, in words that every engine understands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from .expansion import Synonym

FACETS = ("type", "topic", "laboratory", "institution", "method", "year", "kind", "stage")

# Facet name → values of which one must hold; every facet must.
Choices = Mapping[str, Sequence[str]]


class UnknownFacetError(ValueError):
    pass


def refuse_unknown(chosen: Choices) -> None:
    if unknown := sorted(set(chosen) - set(FACETS)):
        raise UnknownFacetError(", ".join(unknown))


@dataclass(frozen=True)
class Question:
    """Raises UnknownFacetError where it is made, so that no engine meets one."""

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
