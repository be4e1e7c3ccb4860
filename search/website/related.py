"""Related content below a page: pages with which it has telling words in common."""

import json
import logging
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.core.cache import cache
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from govlab.core.related import RelatedGroup
from govlab.delivery.documents.registry import document_type
from govlab.delivery.models import Document, DocumentReference
from search import service

logger = logging.getLogger(__name__)

MAX_SHOWN = 4
# More than are shown: some of them stand on the page already, or are withdrawn soon.
MAX_CANDIDATES = 16
CACHE_SECONDS = 24 * 60 * 60
PICTURE = "image/webp"
PICTURE_WIDTH = 640


@dataclass(frozen=True)
class RelatedPage:
    """What a card shows; from the log, so it is public and costs no further query."""

    document: dict[str, Any]
    date: datetime
    picture: dict[str, Any] | None


def related_content(page: Page, shown: Collection[int]) -> RelatedGroup | None:
    """A provider of `core.related`. Whatever goes wrong here, the page is there."""
    kind = document_type(type(page))
    if kind is None or not kind.related:
        return None
    try:
        found = list(_related(page, shown))
    except Exception:
        logger.exception("Pages like page %s could not be found.", page.pk)
        return None
    return RelatedGroup(_("Related content"), found, card="search/card.html")


def _related(page: Page, shown: Collection[int]) -> Iterator[RelatedPage]:
    ids = [pk for pk in _candidates(page) if pk not in shown]
    rows = Document.objects.filter(pk__in=ids, live=True).only("summary_json", "sort_date")
    stored = {row.page_id: row for row in rows}
    for pk in [pk for pk in ids if pk in stored][:MAX_SHOWN]:
        document = json.loads(stored[pk].summary_json)
        yield RelatedPage(document, stored[pk].sort_date, _picture(document))


def _candidates(page: Page) -> list[int]:
    """Cached for as long as the index stands where it stood."""
    key = f"search-related-{page.pk}-{service.related_pages_version()}"
    found: list[int] | None = cache.get(key)
    if found is None:
        found = list(_found(page))
        cache.set(key, found, CACHE_SECONDS)
    return found


def _found(page: Page) -> Iterator[int]:
    """Without what the page itself leads to, such as the pages that its editors chose."""
    ids = service.related_pages(page.pk, page.locale.language_code, MAX_CANDIDATES)
    keys = DocumentReference.objects.filter(document=page.pk, key__startswith="page:")
    linked = {key.removeprefix("page:") for key in keys.values_list("key", flat=True)}
    groups = dict(Document.objects.filter(pk__in=ids).values_list("pk", "translation_key"))
    for pk in ids:
        if pk in groups and str(groups[pk]) not in linked:
            yield pk


def _picture(document: dict[str, Any]) -> dict[str, Any] | None:
    """The size that cards show. The address is this site's own, whichever host it is reached by."""
    sources = (document["image"] or {}).get("srcset", [])
    fitting = [source for source in sources if source["media_type"] == PICTURE]
    if not fitting:
        return None
    best = min(fitting, key=lambda source: abs(source["width"] - PICTURE_WIDTH))
    return {**best, "url": urlsplit(best["url"]).path}
