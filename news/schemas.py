"""The public form of news."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from django.utils import timezone
from pydantic import Field

from govlab.core.choices import NewsKind
from govlab.core.schemas.page import BasePageDocument
from govlab.delivery.documents.rows import in_order
from govlab.delivery.schemas.base import Schema


class NewsIndexDocument(BasePageDocument):
    """The page that lists the news."""

    type: Literal["news_index"] = "news_index"


class Event(Schema):
    """When and where; `end` is null where only the start is known."""

    start: dt.datetime
    end: dt.datetime | None
    place: str


class NewsDocument(BasePageDocument):
    """The topics and the institution are among `terms`."""

    type: Literal["news"] = "news"
    date: dt.date = Field(description="Of the news itself; lists are ordered by it.")
    kind: NewsKind
    event: Event | None = Field(description="Only for news of the kind `event`.")

    facet_names: ClassVar[tuple[str, ...]] = ("kind", "topic", "institution", "year")

    @classmethod
    def terms_of(cls, page: Any) -> list[Any]:
        topics = [row.topic for row in in_order(page.topics.select_related("topic__locale"))]
        return [*topics, page.institution] if page.institution else topics

    @classmethod
    def details(cls, page: Any, resolver: Any) -> dict[str, Any]:
        event = page.is_event and Event(
            start=page.event_start, end=page.event_end, place=page.event_place
        )
        return {"date": page.date, "kind": page.kind, "event": event or None}

    def facets(self) -> Iterator[tuple[str, str]]:
        yield from super().facets()
        yield "kind", self.kind
        yield "year", str(self.date.year)

    @classmethod
    def sort_date(cls, page: Any) -> dt.datetime:
        return timezone.make_aware(dt.datetime.combine(page.date, dt.time.min))

    def texts(self) -> Iterator[str]:
        yield from super().texts()
        if self.event:
            yield self.event.place
