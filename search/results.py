"""From what an engine found to what is shown of it: the log decides, the index may be older."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from govlab.delivery.models import Document

from .answers import Hit


@dataclass(frozen=True)
class Result:
    # The document as the API gives it, in its short form or whole.
    stored: str
    # What was found in them is in `<mark>`.
    title: SafeString
    excerpt: SafeString
    # What lists of its type are ordered by: the day of a piece of news.
    date: datetime

    @cached_property
    def document(self) -> dict[str, Any]:
        return _parsed(self.stored)


def results(hits: Iterable[Hit], locale: str, *, whole: bool = False) -> list[Result]:
    """In the order of the hits, without pages that were withdrawn since they were indexed.

    Where a page changed since, the marks are on its old texts: its own stand in their place.
    """
    found = list(hits)
    rows = Document.objects.filter(
        pk__in=[hit.page_id for hit in found], locale=locale, live=True
    ).values_list("pk", "sequence", "json" if whole else "summary_json", "sort_date")
    current = {pk: row for pk, *row in rows}
    return [_result(hit, *current[hit.page_id]) for hit in found if hit.page_id in current]


def _result(hit: Hit, sequence: int, stored: str, date: datetime) -> Result:
    if hit.sequence != sequence:
        document = _parsed(stored)
        title, excerpt = escape(document["title"]), escape(document["summary"])
    else:
        # Escaped where the marks were set.
        title, excerpt = mark_safe(hit.title_html), mark_safe(hit.excerpt_html)  # noqa: S308
    return Result(stored, title, excerpt, date)


def _parsed(stored: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(stored)
    return document
