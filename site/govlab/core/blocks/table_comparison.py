"""Compares two revisions of a table, and renders the result as a table."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.compare import BlockComparison, diff_text

from .cells import cell_text

Row = tuple[str, ...]


class TableComparison(BlockComparison):
    def htmlvalue(self, val: Any) -> SafeString:
        return _table(
            format_html("{}", _caption(val)),
            ([format_html("{}", cell) for cell in row] for row in _rows(val)),
        )

    def htmldiff(self) -> SafeString:
        return _table(_changed(_caption(self.val_a), _caption(self.val_b)), self._compared())

    def _compared(self) -> Iterator[list[SafeString]]:
        """Align equal rows, regardless of rows inserted above them."""
        before, after = _rows(self.val_a), _rows(self.val_b)
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for _kind, first, last, new_first, new_last in matcher.get_opcodes():
            for old, new in zip_longest(
                before[first:last], after[new_first:new_last], fillvalue=()
            ):
                yield [_changed(*cells) for cells in zip_longest(old, new, fillvalue="")]


def _table(caption: SafeString, rows: Any) -> SafeString:
    body = format_html_join(
        "\n", "<tr>{}</tr>", ((format_html_join("", "<td>{}</td>", _cells(row)),) for row in rows)
    )
    return format_html('<table class="listing"><caption>{}</caption>{}</table>', caption, body)


def _cells(row: list[SafeString]) -> Iterator[tuple[SafeString]]:
    return ((cell,) for cell in row)


def _changed(old: str, new: str) -> SafeString:
    return format_html("{}", diff_text(old, new).to_html())


def _caption(value: Any) -> str:
    return str(value.get("table_caption") or "") if value else ""


def _rows(value: Any) -> list[Row]:
    data = value.get("data") or [] if value else []
    return [tuple(map(cell_text, row)) for row in data]
