"""Pages like a page, below it: what editors did not choose and the words have in common.

A page view waits for no server: the database answers, once for each state of its index.
"""

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
from govlab.delivery.models import ConsumerCursor, Document, DocumentReference

from .database.related import related

logger = logging.getLogger(__name__)

# Keeps the database's index at the end of the log.
INDEX_CONSUMER = "search-database"
SHOWN = 4
# More than are shown: some of them stand on the page already, or are withdrawn soon.
ASKED = 16
KEPT_SECONDS = 24 * 60 * 60
PICTURE = "image/webp"
PICTURE_WIDTH = 640


@dataclass(frozen=True)
class Similar:
    """What a card shows; from the log, so it is public and costs no further query."""

    document: dict[str, Any]
    date: datetime
    picture: dict[str, Any] | None


def similar_pages(page: Page, shown: Collection[int]) -> RelatedGroup | None:
    """A provider of `core.related`. Whatever goes wrong here, the page is there."""
    try:
        found = list(_similar(page, shown))
    except Exception:
        logger.exception("Pages like page %s could not be found.", page.pk)
        return None
    return RelatedGroup(_("Related content"), found, card="search/card.html")


def _similar(page: Page, shown: Collection[int]) -> Iterator[Similar]:
    ids = [pk for pk in _kept(page) if pk not in shown]
    rows = Document.objects.filter(pk__in=ids, live=True).only("summary_json", "sort_date")
    stored = {row.page_id: row for row in rows}
    for pk in [pk for pk in ids if pk in stored][:SHOWN]:
        document = json.loads(stored[pk].summary_json)
        yield Similar(document, stored[pk].sort_date, _picture(document))


def _kept(page: Page) -> list[int]:
    """Kept for as long as the index stands where it stood: what follows the log follows it late."""
    cursors = ConsumerCursor.objects.filter(name=INDEX_CONSUMER).values_list("sequence", flat=True)
    key = f"search-similar-{page.pk}-{cursors.first() or 0}"
    found: list[int] | None = cache.get(key)
    if found is None:
        found = list(_found(page))
        cache.set(key, found, KEPT_SECONDS)
    return found


def _found(page: Page) -> Iterator[int]:
    """Without what the page itself leads to, such as the pages that its editors chose."""
    ids = related(page.pk, page.locale.language_code, ASKED)
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
