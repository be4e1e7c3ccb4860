"""Template tags for tables, whose rows phones show below each other."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from django import template

register = template.Library()


@register.filter
def labelled_by(row: Iterable[str], header: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Return each cell of a row after the heading of its column."""
    return zip_longest(header, row, fillvalue="")
