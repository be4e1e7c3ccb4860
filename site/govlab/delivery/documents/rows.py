"""Rows of a page in an order that depends on what they say, never on how a database keeps them."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

# Of where a row is stored, or of nothing that readers see.
_NOT_CONTENT = frozenset({"id", "page", "sort_order", "translation_key", "locale"})


def in_order(rows: Iterable[Any]) -> list[Any]:
    """By the editors' order; rows that share a place, or have none and come last, by content."""
    by_place = sorted(rows, key=_place)
    return [row for _, tied in groupby(by_place, key=_place) for row in _by_content(list(tied))]


def _place(row: Any) -> tuple[bool, int]:
    return row.sort_order is None, row.sort_order or 0


def _by_content(rows: list[Any]) -> list[Any]:
    return rows if len(rows) == 1 else sorted(rows, key=_content)


def _content(row: Any) -> list[str]:
    fields = [field for field in row._meta.concrete_fields if field.name not in _NOT_CONTENT]
    values = [getattr(row, field.name) for field in sorted(fields, key=lambda field: field.name)]
    # Terms and pages by what their languages share, files and images by their number, which is in
    # the document too.
    return [str(getattr(value, "translation_key", getattr(value, "pk", value))) for value in values]
