"""Atom (RFC 4287), with links to the next part (RFC 5005)."""

from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from .feed import Feed

NAME = "feed.atom"
MEDIA_TYPE = "application/atom+xml; charset=utf-8"


class _PagedFeed(Atom1Feed):
    """Django's, with `next`, and as of when its page changed where it is empty."""

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        if self.feed["next_url"]:
            handler.addQuickElement("link", "", {"rel": "next", "href": self.feed["next_url"]})

    def latest_post_date(self) -> Any:
        return self.feed["updated"]


def atom(feed: Feed, address: str) -> str:
    """`address` is the URL of the feed without its query."""
    made = _PagedFeed(
        title=feed.title,
        link=feed.page_url,
        description="",
        subtitle=feed.subtitle or None,
        language=feed.language,
        author_name=feed.author,
        feed_url=feed.own_url(address),
        feed_guid=feed.id,
        next_url=feed.next_url(address),
        updated=feed.updated,
    )
    for entry in feed.entries:
        made.add_item(
            title=entry.title,
            link=entry.url,
            description=escape(entry.text),
            unique_id=entry.id,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=entry.categories,
        )
    return str(made.writeString("utf-8"))
