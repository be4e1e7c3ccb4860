"""Orders the inline rows of a page deterministically, independent of their primary keys."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

# Fields that are not part of the public content.
_NOT_CONTENT = frozenset({"id", "page", "sort_order", "translation_key", "locale"})


def in_order(rows: Iterable[Any]) -> list[Any]:
    """Sort by the editors' order, with rows without one last, and ties by content."""
    by_place = sorted(rows, key=_place)
    return [row for _, tied in groupby(by_place, key=_place) for row in _by_content(list(tied))]


def _place(row: Any) -> tuple[bool, int]:
    return row.sort_order is None, row.sort_order or 0


def _by_content(rows: list[Any]) -> list[Any]:
    return rows if len(rows) == 1 else sorted(rows, key=_content)


def _content(row: Any) -> list[str]:
    fields = [field for field in row._meta.concrete_fields if field.name not in _NOT_CONTENT]
    values = [getattr(row, field.name) for field in sorted(fields, key=lambda field: field.name)]
    # Terms and pages by translation key, which their languages share; files and images by id.
    return [str(getattr(value, "translation_key", getattr(value, "pk", value))) for value in values]
