"""The sitemap: all public pages with their languages, from the log in one query.

A sitemap may have 50,000 addresses. Beyond that, `/sitemap.xml` is an index of parts.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.db.models import JSONField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.http import Http404
from django.urls import reverse

from govlab.delivery.documents.queries import live_documents
from govlab.delivery.site_address import absolute

from .reader.serving import from_the_log

MEDIA_TYPE = "application/xml; charset=utf-8"
# Addresses of one sitemap, as the protocol allows.
LIMIT = 50_000
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


class _Page(NamedTuple):
    group: UUID
    language: str
    url: str
    updated: datetime


class _Entry(NamedTuple):
    page: _Page
    # The same page in all its languages.
    languages: Sequence[_Page]

    @property
    def default(self) -> _Page:
        """The page in the site's main language, as pages themselves say; else this one."""
        first = settings.LANGUAGE_CODE
        return next((page for page in self.languages if page.language == first), self.page)


@from_the_log(MEDIA_TYPE)
def sitemap() -> str:
    entries = _entries()
    return _pages(entries) if len(entries) <= LIMIT else _index(entries)


@from_the_log(MEDIA_TYPE)
def part(number: int) -> str:
    """`number` counts from 1. Raises Http404 if there is no such part."""
    entries = _entries()[(number - 1) * LIMIT : number * LIMIT] if number else []
    if not entries:
        raise Http404("The sitemap has no such part.")
    return _pages(entries)


def _entries() -> list[_Entry]:
    """All of them even for a part, since a page's languages may be in another one."""
    url = KeyTextTransform("url", Cast("card_json", JSONField()))
    rows = (
        live_documents()
        .order_by("translation_key", "locale")
        .values_list("translation_key", "locale", url, "updated_at")
    )
    found: list[_Entry] = []
    for _, group in groupby((_Page(*row) for row in rows), key=lambda page: page.group):
        languages = list(group)
        found += [_Entry(page, languages) for page in languages]
    return found


def _pages(entries: Sequence[_Entry]) -> str:
    lines = (
        f"<url><loc>{escape(entry.page.url)}</loc>"
        f"<lastmod>{entry.page.updated.isoformat()}</lastmod>{''.join(_alternates(entry))}</url>"
        for entry in entries
    )
    return _document("urlset", f'xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}"', lines)


def _alternates(entry: _Entry) -> Iterator[str]:
    links = [(page.language, page.url) for page in entry.languages]
    for language, url in (*links, ("x-default", entry.default.url)):
        href = quoteattr(url)
        yield f'<xhtml:link rel="alternate" hreflang="{language}" href={href}/>'


def _index(entries: Sequence[_Entry]) -> str:
    lines = []
    for first in range(0, len(entries), LIMIT):
        updated = max(entry.page.updated for entry in entries[first : first + LIMIT])
        address = absolute(reverse("sitemap_part", args=[first // LIMIT + 1]))
        lines.append(
            f"<sitemap><loc>{escape(address)}</loc>"
            f"<lastmod>{updated.isoformat()}</lastmod></sitemap>"
        )
    return _document("sitemapindex", f'xmlns="{_SITEMAP}"', lines)


def _document(root: str, attributes: str, lines: Iterable[str]) -> str:
    """By hand, as a sitemap has up to 50,000 entries: a writer of XML takes ten times as long."""
    body = "\n".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} {attributes}>\n{body}\n</{root}>\n'
