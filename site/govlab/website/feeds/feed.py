"""What a feed contains, whatever its format."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from govlab.delivery.schemas.images import ImageSource
from govlab.delivery.schemas.page import PageDocument

# XML has no way to write these.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class Entry:
    id: str
    url: str
    title: str
    text: str
    published: datetime
    updated: datetime
    language: str
    categories: Sequence[str] = ()
    image: ImageSource | None = None


@dataclass(frozen=True)
class Feed:
    id: str
    title: str
    subtitle: str
    # The page that it belongs to.
    page_url: str
    language: str
    # When the feed's own page changed: an empty feed is as of then.
    created: datetime
    author: str
    entries: Sequence[Entry]
    # The query of this part and of the next one, which has older entries; empty for none.
    query: str = ""
    next_query: str = ""

    def own_url(self, address: str) -> str:
        """`address` is the URL of the feed in one format, without its query."""
        return f"{address}?{self.query}" if self.query else address

    def next_url(self, address: str) -> str:
        return f"{address}?{self.next_query}" if self.next_query else ""

    @property
    def updated(self) -> datetime:
        return max((entry.updated for entry in self.entries), default=self.created)


def identifier(document: PageDocument, *parts: str) -> str:
    """Return an id that stays when the page moves or the site has another domain."""
    key: UUID = document.translation_key
    return uuid5(key, "\n".join((document.locale, *parts))).urn


def plain(text: str) -> str:
    """Return the text without characters that no feed can contain."""
    return _CONTROL.sub("", text)
