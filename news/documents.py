"""The public form of news."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, ClassVar, Literal

from django.utils import timezone

from govlab.core.choices import NewsKind
from govlab.delivery.schema.base import Shape
from govlab.delivery.schema.page import PageDocument


class NewsIndexDocument(PageDocument):
    type: Literal["news_index"] = "news_index"


class Event(Shape):
    start: datetime
    end: datetime | None
    place: str


class NewsDocument(PageDocument):
    type: Literal["news"] = "news"
    date: date
    kind: NewsKind
    event: Event | None

    facet_names: ClassVar[tuple[str, ...]] = ("kind", "topic", "institution", "year")

    @classmethod
    def terms_of(cls, page: Any) -> list[Any]:
        topics = [row.topic for row in page.topics.select_related("topic__locale")]
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
    def sort_date(cls, page: Any) -> datetime:
        return timezone.make_aware(datetime.combine(page.date, time.min))

    def texts(self) -> Iterator[str]:
        yield from super().texts()
        if self.event:
            yield self.event.place
