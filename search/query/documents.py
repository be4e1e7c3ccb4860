"""Loads the documents of hits from the log, since an index may be outdated."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from govlab.delivery.models import Document

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


def found_documents(
    hits: Iterable[Hit], locale: str, *, whole: bool = False
) -> list[FoundDocument]:
    """Return the documents in the order of the hits, without withdrawn pages.

    If a page has changed since it was indexed, its current texts replace the outdated highlights.
    """
    found = list(hits)
    rows = Document.objects.filter(
        pk__in=[hit.page_id for hit in found], locale=locale, live=True
    ).values_list("pk", "sequence", "json" if whole else "summary_json", "sort_date")
    current = {pk: row for pk, *row in rows}
    return [_found_document(hit, *current[hit.page_id]) for hit in found if hit.page_id in current]


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
