"""The schemas of news."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Literal

from django.utils import timezone
from django.utils.formats import date_format
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
    """The time and place of an event."""

    start: dt.datetime = Field(description="The start of the event, in ISO 8601, UTC.")
    end: dt.datetime | None = Field(
        description="The end of the event, in ISO 8601, UTC; null if it is not known."
    )
    place: str = Field(description="The place of the event, as plain text; may be empty.")

    @property
    def until(self) -> dt.datetime:
        """When it is over."""
        return over_at(self.start, self.end)

    @property
    def is_past(self) -> bool:
        return self.until <= timezone.now()


def over_at(start: dt.datetime, end: dt.datetime | None) -> dt.datetime:
    """An event without a known end is over with the day on which it starts, in Latvia."""
    if end:
        return end
    next_day = timezone.localdate(start) + dt.timedelta(days=1)
    return timezone.make_aware(dt.datetime.combine(next_day, dt.time.min))


class NewsDocument(BasePageDocument[NewsPage]):
    """A news item. The topics and the institution are in `terms`."""

    joined_objects: ClassVar[Sequence[str]] = [
        *BasePageDocument.joined_objects,
        "institution__locale",
    ]
    joined_rows: ClassVar[Mapping[str, Sequence[str]]] = {"topics": ["topic__locale"]}

    type: Literal["news"] = "news"
    date: dt.date = Field(
        description="The date of the news, in ISO 8601, in the time zone Europe/Riga; lists are "
        "ordered by it."
    )
    kind: NewsKind = Field(description="The kind of the news.")
    event: Event | None = Field(
        description="The time and place of the event; null unless `kind` is `event`."
    )

    @classmethod
    def terms_of(cls, page: NewsPage) -> list[Term]:
        topics = [row.topic for row in in_order(page.topics.all())]
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

    @classmethod
    def starts_at(cls, page: NewsPage) -> dt.datetime | None:
        return page.event_start if page.is_event else None

    @classmethod
    def ends_at(cls, page: NewsPage) -> dt.datetime | None:
        if page.is_event and page.event_start:
            return over_at(page.event_start, page.event_end)
        return None

    def turns_at(self) -> dt.datetime | None:
        return self.event.until if self.event and not self.event.is_past else None

    @property
    def listed_date(self) -> dt.date:
        return self.date

    def texts(self) -> Iterator[str]:
        yield from super().texts()
        yield str(self.kind.label)
        if self.event:
            yield date_format(timezone.localtime(self.event.start), "DATE_FORMAT")
            yield self.event.place
