"""Excerpts of files, for results whose pages do not show what was found."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from django.db import connection

from search.models.written_sql import among, numbers_of, read_numbers
from search.query.search_query import SearchQuery
from search.text.offsets import Offsets

from .document_memory import Known
from .excerpts import Shown, missing_words, shown_of_files, shows_what_was_found


class ShownPage(NamedTuple):
    page_id: int
    known: Known
    # As `search.models.SearchEntry` has them; None if the index does not have the document yet.
    offsets: Offsets | None
    # What is shown of the page's own texts.
    shown: Shown


class _Files(NamedTuple):
    texts: str
    offsets: Offsets


def with_files(pages: Sequence[ShownPage], query: SearchQuery) -> Iterator[Shown]:
    """Put an excerpt of a file where the page's own shows nothing, or lacks a word of the file."""
    wanted, locale = query.highlighted, query.locale
    having = [page for page in pages if page.known.has_files]
    silent = {
        page.page_id for page in having if not shows_what_was_found(page.shown, wanted, locale)
    }
    missing = {page.page_id: missing_words(wanted, page.offsets) for page in having}
    asked = {
        page.page_id: page.known.sequence
        for page in having
        if page.page_id in silent or missing[page.page_id]
    }
    files = _files_of(asked, wanted.tokens)
    for page in pages:
        found = files.get(page.page_id)
        if found and (
            page.page_id in silent
            or any(not words.isdisjoint(found.offsets) for words in missing[page.page_id])
        ):
            yield shown_of_files(page.shown, found.texts, found.offsets, wanted, locale)
        else:
            yield page.shown


def _files_of(pages: dict[int, int], tokens: Collection[str]) -> dict[int, _Files]:
    """Return what is stored for the files of the pages, if it is of their sequences."""
    if not pages:
        return {}
    offsets, of_pages = numbers_of("file_offsets", tokens), among("page_id", pages)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT page_id, sequence, file_texts, {offsets.sql}"  # noqa: S608
            f" FROM search_searchentry WHERE {of_pages.sql}",
            [*offsets.parameters, *of_pages.parameters],
        )
        return {
            page: _Files(texts, read_numbers(numbers))
            for page, sequence, texts, numbers in cursor.fetchall()
            if sequence == pages[page] and texts
        }
