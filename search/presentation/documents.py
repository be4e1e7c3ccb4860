"""Loads the documents of results from the log, since an index may be outdated, and marks in them
what was found."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from django.db import connection
from django.utils.safestring import SafeString

from govlab.delivery.models.head import LogState, state_column
from search.models import SearchEntry
from search.models.written_sql import among, date_reader
from search.query.search_query import SearchQuery
from search.text.document_texts import in_one_line
from search.text.normalisation import normalised

from .document_memory import DocumentMemory, Known
from .excerpts import Shown, shown_of_files, shown_of_page, shows_what_was_found

# Whole documents, and summaries.
_memories = {True: DocumentMemory(), False: DocumentMemory()}
# Written as SQL, because to build a query takes Django as long as the database has with it. The
# texts are those that the index of the database has of the document, whichever engine found it.
_CURRENT = (
    "SELECT d.page_id, d.locale, d.sequence, d.sort_date, ({state}),"
    " CASE WHEN {known} THEN NULL ELSE d.{stored} END,"
    " CASE WHEN {known} THEN NULL ELSE e.text END,"
    # Not `>`, which unpacks the texts.
    " NOT (e.file_texts = '')"
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
    # None also if the index does not have the document yet.
    text: str | None
    has_files: bool | None


class _Found(NamedTuple):
    page_id: int
    date: datetime
    known: Known


@dataclass
class FoundDocuments:
    """The documents of several lists of results, read with one statement."""

    whole: bool = False
    # The state of the log that they are of; None if there are none.
    read_at: LogState | None = None
    _found: dict[tuple[int, str], _Found] = field(default_factory=dict)

    def read(self, pages: Collection[int]) -> None:
        memory = _memories[self.whole]
        epoch, known = memory.known(pages)
        rows = self._current(pages, {each.sequence for each in known.values()})
        if known and any(row.state.epoch != epoch for row in rows):
            # Another log has other documents at the same sequences.
            rows = self._current(pages, ())
        new: dict[int, Known] = {}
        for row in rows:
            if row.stored is None:
                one = known[row.page_id]
            else:
                one = _known(row, row.stored)
                # What the index does not have yet may have files there.
                if row.text is not None:
                    new[row.page_id] = one
            self._found[row.page_id, row.locale] = _Found(row.page_id, row.date, one)
            self.read_at = row.state
        if self.read_at:
            memory.note(self.read_at.epoch, new)

    def _current(self, pages: Collection[int], known: Collection[int]) -> list[_Row]:
        if not pages:
            return []
        state = state_column()
        is_known, of_pages = among("d.sequence", known), among("d.page_id", pages)
        statement = _CURRENT.format(
            state=state.sql,
            stored="json" if self.whole else "summary_json",
            known=is_known.sql,
            pages=of_pages.sql,
        )
        parameters = [
            *state.params,
            *is_known.parameters,
            *is_known.parameters,
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
            shown_of_page(one.known.text, query.highlighted, query.locale, excerpts=excerpts)
            for one in found
        ]
        if excerpts and query.highlighted and any(one.known.has_files for one in found):
            shown = list(_with_files(found, shown, query))
        return [
            FoundDocument(one.known.stored, each, one.date)
            for one, each in zip(found, shown, strict=True)
        ]


def _with_files(
    found: Sequence[_Found], shown: Sequence[Shown], query: SearchQuery
) -> Iterator[Shown]:
    wanted, locale = query.highlighted, query.locale
    hidden = {
        one.page_id: one.known.sequence
        for one, each in zip(found, shown, strict=True)
        if one.known.has_files and not shows_what_was_found(each, wanted, locale)
    }
    entries = SearchEntry.objects.filter(pk__in=hidden)
    files = {
        page: texts
        for page, sequence, texts in entries.values_list("pk", "sequence", "file_texts")
        if sequence == hidden[page]
    }
    for one, each in zip(found, shown, strict=True):
        texts = files.get(one.page_id)
        yield shown_of_files(each, texts, wanted, locale) if texts else each


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
