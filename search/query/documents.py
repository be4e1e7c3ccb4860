"""Loads the documents of hits from the log, since an index may be outdated."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from govlab.delivery.models import Document
from govlab.delivery.models.head import LogState, state_column

from .results import Hit


@dataclass(frozen=True)
class FoundDocument:
    # The JSON of the document or its summary.
    stored: str
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


@dataclass
class FoundDocuments:
    """The documents of several lists of hits, read with one statement."""

    whole: bool = False
    # The state of the log that they are of; None if there are none.
    read_at: LogState | None = None
    _rows: dict[tuple[int, str], tuple[int, str, datetime]] = field(default_factory=dict)

    def read(self, hits: Iterable[Hit]) -> None:
        stored = "json" if self.whole else "summary_json"
        rows = Document.objects.filter(pk__in={hit.page_id for hit in hits}, live=True)
        for pk, locale, state, *row in rows.values_list(
            "pk", "locale", state_column(), "sequence", stored, "sort_date"
        ):
            self._rows[pk, locale] = (row[0], row[1], row[2])
            self.read_at = LogState.parse(state)

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


def found_documents(hits: Sequence[Hit], locale: str) -> list[FoundDocument]:
    """Return the documents of one list of hits, see `FoundDocuments`."""
    found = FoundDocuments()
    found.read(hits)
    return found.of(hits, locale)


def _found_document(hit: Hit, sequence: int, stored: str, date: datetime) -> FoundDocument:
    if hit.sequence != sequence:
        document = _parsed(stored)
        title, excerpt = escape(document["title"]), escape(document["summary"])
        file = ""
    else:
        # Escaped by `search.text.highlights`.
        title, excerpt = mark_safe(hit.title_html), mark_safe(hit.excerpt_html)  # noqa: S308
        file = hit.file
    return FoundDocument(stored, title, excerpt, file, date)


def _parsed(stored: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(stored)
    return document
