"""The addresses of feeds, below that of the page that they belong to."""

from collections.abc import Callable, Mapping

from govlab.delivery.models.head import LogState
from govlab.delivery.schemas.page import PageDocument
from govlab.website.reader.representations import Rendered, Representation, Source

from . import atom, json_feed
from .changes import changes
from .feed import Feed
from .published import Published

CHANGES = "changes.atom"
Read = Callable[[PageDocument, Mapping[str, str]], tuple[Feed, Mapping[str, str], LogState | None]]
Write = Callable[[Feed, str], str]


def _published(
    document: PageDocument, parameters: Mapping[str, str]
) -> tuple[Feed, Mapping[str, str], LogState | None]:
    published = Published(document, parameters)
    feed, state = published.read()
    return feed, published.parameters, state


def _changes(
    document: PageDocument, parameters: Mapping[str, str]
) -> tuple[Feed, Mapping[str, str], LogState | None]:
    return changes(document), {}, None


def _representation(name: str, media_type: str, read: Read, write: Write) -> Representation:
    def render(source: Source) -> Rendered:
        feed, parameters, state = read(source.document, source.parameters)
        body = write(feed, f"{source.document.url}{name}")
        return Rendered(body, state, parameters=parameters)

    return Representation(name, media_type, render)


FEEDS = [
    _representation(atom.NAME, atom.MEDIA_TYPE, _published, atom.atom),
    _representation(json_feed.NAME, json_feed.MEDIA_TYPE, _published, json_feed.json_feed),
    _representation(CHANGES, atom.MEDIA_TYPE, _changes, atom.atom),
    _representation("changes.json", json_feed.MEDIA_TYPE, _changes, json_feed.json_feed),
]
