"""When events are over, and the upcoming ones of a news index."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from govlab.delivery.documents.batch import Batch, Now, Row
from govlab.delivery.documents.parts import ReadCards
from govlab.delivery.documents.queries import live_documents
from govlab.delivery.models import Document
from govlab.delivery.schemas.page import PageDocument

from .choices import NewsKind
from .schemas import NewsDocument

# More would be a list of its own.
LIMIT = 50
_QUERY = "part upcoming"


def upcoming_events(locale: str, under: str, now: dt.datetime | Now) -> QuerySet[Document]:
    """Return the documents of events that are not over, the ones that end first."""
    events = live_documents("news", locale=locale, under=under).filter(ends_at__gt=now)
    return events.order_by("ends_at", "page_id")


def withdrawn_events(locale: str, under: str, now: dt.datetime) -> QuerySet[Document]:
    """Return the tombstones of events that were not over, without those that another page
    replaced under the same id in calendars."""
    live = Document.objects.filter(
        live=True, locale=OuterRef("locale"), translation_key=OuterRef("translation_key")
    )
    rows = Document.objects.filter(
        ~Exists(live), live=False, collection="news", locale=locale, path__startswith=under
    )
    return rows.filter(ends_at__gt=now, starts_at__isnull=False).order_by("ends_at", "page_id")


def by_start(documents: Iterable[PageDocument]) -> list[NewsDocument]:
    """Return the events among the documents by their start."""
    events = [each for each in documents if isinstance(each, NewsDocument) and each.event]
    return sorted(events, key=_start)


def _start(document: NewsDocument) -> tuple[dt.datetime, int]:
    if document.event is None:
        raise ValueError(f"Document {document.id} is no event.")
    return document.event.start, document.id


class UpcomingEvents:
    """A part of the news index: shown on its first page, for all news or all events."""

    def __init__(self, document: PageDocument, parameters: Mapping[str, str]) -> None:
        self._document = document
        chosen = {
            name: value
            for name, value in parameters.items()
            if value and (name, value) != ("page", "1")
        }
        self._shown = chosen in ({}, {"kind": NewsKind.EVENT})

    def add_queries(self, batch: Batch) -> None:
        if self._shown:
            events = upcoming_events(self._document.locale, self._document.path, Now())
            batch.add(_QUERY, events[:LIMIT], text=F("json"))

    def context(self, rows: Mapping[str, list[Row]], cards: ReadCards) -> dict[str, Any]:
        return {"upcoming": by_start(cards(rows.get(_QUERY, [])))}
