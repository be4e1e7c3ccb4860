"""What news say to search engines: an article, and the event that it announces."""

from collections.abc import Iterator

from govlab.core.structured_data import Node, article, identified, node, picture, publisher

from .schemas import NewsDocument


def structured_data(document: NewsDocument) -> Iterator[Node]:
    event = document.event
    yield article(
        document,
        "NewsArticle",
        datePublished=document.date.isoformat(),
        about=identified("event", document.url) if event else None,
    )
    if event:
        yield identified("event", document.url) | node(
            "Event",
            name=document.title,
            description=document.summary,
            url=document.url,
            inLanguage=document.locale,
            startDate=event.start.isoformat(),
            endDate=event.end and event.end.isoformat(),
            eventStatus="https://schema.org/EventScheduled",
            location=node("Place", name=event.place) if event.place else None,
            organizer=publisher(document),
            image=picture(document.image),
        )
