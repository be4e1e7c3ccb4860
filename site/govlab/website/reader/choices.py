"""The choices of a list's facets, as links that add or remove them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    # The number of items if it is chosen, beside the choices of other facets.
    count: int
    chosen: bool
    # The query string that chooses it instead of another, or removes it if it is chosen; may be
    # empty.
    query: str


@dataclass(frozen=True)
class Choices:
    label: str | Promise
    all: Sequence[Choice]
    # The number of items without the chosen one; 0 if none is chosen.
    without: int

    @property
    def chosen(self) -> Choice | None:
        return next((choice for choice in self.all if choice.chosen), None)
