"""Loads the documents of results from the log, since an index may be outdated, and marks in them
what was found."""

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from django.db import connection
from django.utils.safestring import SafeString

from govlab.delivery.models.head import LogState, state_column
from search.models.written_sql import among, date_reader, numbers_of, read_numbers
from search.query.search_query import SearchQuery
from search.text.document_texts import in_one_line
from search.text.normalisation import normalised
from search.text.offsets import Offsets

from .document_memory import DocumentMemory, Known
from .excerpts import Shown, shown_of_page
from .file_excerpts import ShownPage, with_files

# Whole documents, and summaries.
_memories = {True: DocumentMemory(), False: DocumentMemory()}
# Written as SQL, because to build a query takes Django as long as the database has with it. The
# texts are those that the index of the database has of the document, whichever engine found it.
_CURRENT = (
    "SELECT d.page_id, d.locale, d.sequence, d.sort_date, ({state}),"
    " CASE WHEN {known} THEN NULL ELSE d.{stored} END,"
    " CASE WHEN {known} THEN NULL ELSE e.text END,"
    # Not `>`, which unpacks the texts.
    " NOT (e.file_texts = ''), {offsets}"
    " FROM delivery_document d"
    " LEFT JOIN search_searchentry e ON e.page_id = d.page_id AND e.sequence = d.sequence"
    " WHERE d.live AND {pages}"
)


@dataclass(frozen=True)
class FoundDocument:
    # The JSON of the document or its summary, in UTF-8.
    stored: bytes
    shown: Shown
    # The date that lists are ordered by, such as the date of the news.
    date: datetime

    @property
    def title(self) -> SafeString:
        return self.shown.title

    @property
    def excerpt(self) -> SafeString:
        return self.shown.excerpt

    @property
    def file(self) -> str:
        return self.shown.file

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
    text: str | None
    # None if the index does not have the document yet, whose text then is None or known.
    has_files: bool | None
    # As `read_numbers` reads them.
    offsets: str | None


class _Found(NamedTuple):
    page_id: int
    date: datetime
    known: Known
    # Of the tokens that the queries mark; None if the index does not have the document yet.
    offsets: Offsets | None


@dataclass
class FoundDocuments:
    """The documents of several lists of results, read with one statement."""

    whole: bool = False
    # The state of the log that they are of; None if there are none.
    read_at: LogState | None = None
    _found: dict[tuple[int, str], _Found] = field(default_factory=dict)

    def read(self, pages: Collection[int], queries: Iterable[SearchQuery]) -> None:
        """Read those of the pages that are public, to show them as results of the queries."""
        memory = _memories[self.whole]
        epoch, known = memory.known(pages)
        tokens = {token for query in queries for token in query.highlighted.tokens}
        rows = self._current(pages, {each.sequence for each in known.values()}, tokens)
        if known and any(row.state.epoch != epoch for row in rows):
            # Another log has other documents at the same sequences.
            rows = self._current(pages, (), tokens)
        new: dict[int, Known] = {}
        for row in rows:
            if row.stored is None:
                one = known[row.page_id]
            else:
                one = _known(row, row.stored)
                # What the index does not have yet may have files there.
                if row.text is not None:
                    new[row.page_id] = one
            offsets = None if row.has_files is None else read_numbers(row.offsets)
            self._found[row.page_id, row.locale] = _Found(row.page_id, row.date, one, offsets)
            self.read_at = row.state
        if self.read_at:
            memory.note(self.read_at.epoch, new)

    def _current(
        self, pages: Collection[int], known: Collection[int], tokens: Collection[str]
    ) -> list[_Row]:
        if not pages:
            return []
        state = state_column()
        is_known, of_pages = among("d.sequence", known), among("d.page_id", pages)
        offsets = numbers_of("e.offsets", tokens)
        statement = _CURRENT.format(
            state=state.sql,
            stored="json" if self.whole else "summary_json",
            known=is_known.sql,
            offsets=offsets.sql,
            pages=of_pages.sql,
        )
        parameters = [
            *state.params,
            *is_known.parameters,
            *is_known.parameters,
            *offsets.parameters,
            *of_pages.parameters,
        ]
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            read_date = date_reader()
            return [_row(row, read_date) for row in cursor.fetchall()]

    def of(
        self, pages: Iterable[int], query: SearchQuery, *, excerpts: bool = True
    ) -> list[FoundDocument]:
        """Return the documents of the query's language in the order of the pages, without withdrawn
        ones. Texts of files take another statement, where a page's own texts show nothing."""
        found = [one for page in pages if (one := self._found.get((page, query.locale)))]
        shown = [
            shown_of_page(
                one.known.text, query.highlighted, query.locale, one.offsets, excerpts=excerpts
            )
            for one in found
        ]
        if excerpts and query.highlighted and any(one.known.has_files for one in found):
            pages_shown = [
                ShownPage(one.page_id, one.known, one.offsets, each)
                for one, each in zip(found, shown, strict=True)
            ]
            shown = list(with_files(pages_shown, query))
        return [
            FoundDocument(one.known.stored, each, one.date)
            for one, each in zip(found, shown, strict=True)
        ]


def _known(row: _Row, stored: str) -> Known:
    text = row.text
    if text is None:
        document = _parsed(stored.encode())
        title, summary = (in_one_line(normalised(document[name])) for name in ("title", "summary"))
        text = f"{title}\n{summary}"
    return Known(row.sequence, stored.encode(), text, bool(row.has_files))


def _row(row: tuple[Any, ...], read_date: Callable[[Any], datetime]) -> _Row:
    page_id, locale, sequence, date, state, *rest = row
    return _Row(page_id, locale, sequence, read_date(date), LogState.parse(state), *rest)


def _parsed(stored: bytes) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(stored)
    return document
