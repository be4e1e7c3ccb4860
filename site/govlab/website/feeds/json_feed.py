"""JSON Feed 1.1 (https://jsonfeed.org/version/1.1)."""

import json
from typing import Any

from .feed import Entry, Feed

NAME = "feed.json"
MEDIA_TYPE = "application/feed+json; charset=utf-8"
_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed, address: str) -> str:
    """`address` is the URL of the feed without its query."""
    made = {
        "version": _VERSION,
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": feed.page_url,
        "feed_url": feed.own_url(address),
        "next_url": feed.next_url(address),
        "language": feed.language,
        "authors": [{"name": feed.author}],
    }
    items = [_item(entry) for entry in feed.entries]
    return json.dumps(_without_empty(made) | {"items": items}, ensure_ascii=False)


def _item(entry: Entry) -> dict[str, Any]:
    return _without_empty(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.text,
            "image": entry.image.url if entry.image else "",
            "date_published": entry.published.isoformat(),
            "date_modified": entry.updated.isoformat(),
            "tags": list(entry.categories),
            "language": entry.language,
        }
    ) | {"content_text": entry.text}


def _without_empty(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
