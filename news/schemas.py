"""The public form of news."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Literal

from django.utils import timezone
from pydantic import Field

from govlab.core.schemas.page import BasePageDocument
from govlab.core.vocabularies import Term
from govlab.delivery.documents.rows import in_order
from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.resolver import ReferenceResolver

from .choices import NewsKind
from .models import NewsPage


class NewsIndexDocument(BasePageDocument):
    """The page that lists the news."""

    type: Literal["news_index"] = "news_index"


class Event(Schema):
    """When and where; `end` is null where only the start is known."""

    start: dt.datetime
    end: dt.datetime | None
    place: str


class NewsDocument(BasePageDocument[NewsPage]):
    """The topics and the institution are among `terms`."""

    type: Literal["news"] = "news"
    date: dt.date = Field(description="Of the news itself; lists are ordered by it.")
    kind: NewsKind
    event: Event | None = Field(description="Only for news of the kind `event`.")

    @classmethod
    def terms_of(cls, page: NewsPage) -> list[Term]:
        topics = [row.topic for row in in_order(page.topics.select_related("topic__locale"))]
        return [*topics, page.institution] if page.institution else topics

    @classmethod
    def details(cls, page: NewsPage, resolver: ReferenceResolver) -> dict[str, Any]:
        event = None
        if page.is_event and page.event_start:
            event = Event(start=page.event_start, end=page.event_end, place=page.event_place)
        return {"date": page.date, "kind": page.kind, "event": event}

    @classmethod
    def sort_date(cls, page: NewsPage) -> dt.datetime:
        return timezone.make_aware(dt.datetime.combine(page.date, dt.time.min))

    def texts(self) -> Iterator[str]:
        yield from super().texts()
        if self.event:
            yield self.event.place
