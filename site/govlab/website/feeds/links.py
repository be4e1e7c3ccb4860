"""The feeds that a page offers in its head."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext

from govlab.delivery.documents.registry import TYPE, type_named
from govlab.delivery.schemas.page import PageDocument
from govlab.website.reader.frame import Frame
from govlab.website.reader.representations import bare

from . import atom, json_feed
from .feed import plain
from .published import facets_of, has_feed
from .representations import CHANGES

_FORMATS = ((atom.NAME, atom.MEDIA_TYPE), (json_feed.NAME, json_feed.MEDIA_TYPE))


@dataclass(frozen=True)
class FeedLink:
    media_type: str
    title: str
    url: str


def feed_links(
    document: PageDocument, frame: Frame, chosen: Mapping[str, str]
) -> Iterator[FeedLink]:
    """Yield the feeds of what the page lists, as it is filtered; else of documents of its type, and
    of the page's own changes."""
    kind = type_named(document.type)
    if has_feed(kind):
        names = [facet.name for facet in facets_of(document)] if kind.lists else []
        query = {name: chosen[name] for name in names if chosen.get(name)}
        yield from _links(document.url, document.title, query)
    elif kind.collection and (home := frame.homes.get(document.locale)):
        yield from _links(home.url, str(kind.plural_label), {TYPE.name: kind.name})
    if not has_feed(kind):
        title = gettext("Changes of the page “%(title)s”") % {"title": document.title}
        yield FeedLink(bare(atom.MEDIA_TYPE), plain(title), f"{document.url}{CHANGES}")


def _links(url: str, title: str, query: Mapping[str, str]) -> Iterator[FeedLink]:
    query_string = f"?{urlencode(query)}" if query else ""
    # The front page may have the name of the laboratory as its title.
    titles = dict.fromkeys((title, gettext("Innovation Laboratory")))
    for name, media_type in _FORMATS:
        yield FeedLink(bare(media_type), plain(" · ".join(titles)), f"{url}{name}{query_string}")
