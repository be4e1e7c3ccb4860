"""From what an engine found to what is shown of it: the log decides, the index may be older."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from govlab.delivery.models import Document

from .answers import Hit


@dataclass(frozen=True)
class Result:
    # The document's short form, as lists of the API have it.
    document: dict[str, Any]
    # What was found in them is in `<mark>`.
    title: SafeString
    excerpt: SafeString
    # What lists of its type are ordered by: the day of a piece of news.
    date: datetime


def results(hits: Iterable[Hit], locale: str) -> list[Result]:
    """In the order of the hits, without pages that were withdrawn since they were indexed.

    Where a page changed since, the marks are on its old texts: its own stand in their place.
    """
    found = list(hits)
    rows = Document.objects.filter(
        pk__in=[hit.page_id for hit in found], locale=locale, live=True
    ).only("sequence", "summary_json", "sort_date")
    stored = {row.page_id: row for row in rows}
    return [_result(hit, stored[hit.page_id]) for hit in found if hit.page_id in stored]


def _result(hit: Hit, row: Document) -> Result:
    document = json.loads(row.summary_json)
    if hit.sequence != row.sequence:
        title, excerpt = escape(document["title"]), escape(document["summary"])
    else:
        # Escaped where the marks were set.
        title, excerpt = mark_safe(hit.title_html), mark_safe(hit.excerpt_html)  # noqa: S308
    return Result(document, title, excerpt, row.sort_date)
