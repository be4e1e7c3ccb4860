"""Loads the documents of hits from the log, since an index may be outdated."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from typing import Any, NamedTuple

from django.db import connection
from django.db.models.expressions import Col
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from govlab.delivery.models import Document
from govlab.delivery.models.head import LogState, state_column

from .document_memory import DocumentMemory
from .results import Hit

# Whole documents, and summaries.
_memories = {True: DocumentMemory(), False: DocumentMemory()}
# Written as SQL, because to build a query takes Django as long as the database has with it.
_CURRENT = (
    "SELECT page_id, locale, sequence, sort_date, ({state}),"
    " CASE WHEN sequence IN ({known}) THEN NULL ELSE {stored} END"
    " FROM delivery_document WHERE live AND page_id IN ({pages})"
)


@dataclass(frozen=True)
class FoundDocument:
    # The JSON of the document or its summary, in UTF-8.
    stored: bytes
    # Safe HTML, with matches in `<mark>`.
    title: SafeString
    excerpt: SafeString
    # The title of the file that the excerpt is from; empty if it is from the page itself.
    file: str
    # The date that lists are ordered by, such as the date of the news.
    date: datetime

    @cached_property
    def document(self) -> dict[str, Any]:
        return _parsed(self.stored)


class _Row(NamedTuple):
    page_id: int
    locale: str
    sequence: int
    date: datetime
    state: LogState
    # None if the process knows it.
    stored: str | None


@dataclass
class FoundDocuments:
    """The documents of several lists of hits, read with one statement."""

    whole: bool = False
    # The state of the log that they are of; None if there are none.
    read_at: LogState | None = None
    _rows: dict[tuple[int, str], tuple[int, bytes, datetime]] = field(default_factory=dict)

    def read(self, hits: Sequence[Hit]) -> None:
        pages = {hit.page_id for hit in hits}
        memory = _memories[self.whole]
        epoch, known = memory.known(hit.sequence for hit in hits)
        rows = self._current(pages, known)
        if known and any(row.state.epoch != epoch for row in rows):
            # Another log has other documents at the same sequences.
            known = {}
            rows = self._current(pages, known)
        new: dict[int, bytes] = {}
        for row in rows:
            stored = known.get(row.sequence)
            if row.stored is not None:
                stored = new[row.sequence] = row.stored.encode()
            self._rows[row.page_id, row.locale] = (row.sequence, stored or b"", row.date)
            self.read_at = row.state
        if self.read_at:
            memory.note(self.read_at.epoch, new)

    def _current(self, pages: Collection[int], known: Collection[int]) -> list[_Row]:
        if not pages:
            return []
        state = state_column()
        statement = _CURRENT.format(
            state=state.sql,
            stored="json" if self.whole else "summary_json",
            known=_placeholders(known) or "NULL",
            pages=_placeholders(pages),
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, [*state.params, *known, *pages])
            return list(map(_row, cursor.fetchall()))

    def of(self, hits: Iterable[Hit], locale: str) -> list[FoundDocument]:
        """Return the documents in the order of the hits, without withdrawn pages.

        If a page has changed since it was indexed, its current texts replace the outdated
        highlights.
        """
        return [
            _found_document(hit, *row)
            for hit in hits
            if (row := self._rows.get((hit.page_id, locale)))
        ]


def _placeholders(values: Collection[int]) -> str:
    return ",".join(["%s"] * len(values))


def _row(row: tuple[Any, ...]) -> _Row:
    page_id, locale, sequence, date, state, stored = row
    return _Row(page_id, locale, sequence, _date(date), LogState.parse(state), stored)


def _date(value: Any) -> datetime:
    """Convert what the database returns, as Django does."""
    column = _date_column()
    for convert in connection.ops.get_db_converters(column):
        value = convert(value, column, connection)
    found: datetime = value
    return found


@cache
def _date_column() -> Col:
    return Document._meta.get_field("sort_date").get_col(Document._meta.db_table)


def found_documents(hits: Sequence[Hit], locale: str) -> list[FoundDocument]:
    """Return the documents of one list of hits, see `FoundDocuments`."""
    found = FoundDocuments()
    found.read(hits)
    return found.of(hits, locale)


def _found_document(hit: Hit, sequence: int, stored: bytes, date: datetime) -> FoundDocument:
    if hit.sequence != sequence:
        document = _parsed(stored)
        title, excerpt = escape(document["title"]), escape(document["summary"])
        file = ""
    else:
        # Escaped by `search.text.highlights`.
        title, excerpt = mark_safe(hit.title_html), mark_safe(hit.excerpt_html)  # noqa: S308
        file = hit.file
    return FoundDocument(stored, title, excerpt, file, date)


def _parsed(stored: bytes) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(stored)
    return document
