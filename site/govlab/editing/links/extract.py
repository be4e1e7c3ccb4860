"""Finds the links that editors made in the documents of the log.

Links to pages and files of this site are right by construction: the documents leave out what is not
public (see `stripped`). Here are those that somebody typed.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any


@dataclass(frozen=True)
class Link:
    url: str
    text: str


def links_in(document: str) -> Iterator[Link]:
    """Yield the typed links in the JSON of a document."""
    parsed: dict[str, Any] = json.loads(document)
    for value in parsed.values():
        yield from _links(value)


def _links(value: Any) -> Iterator[Link]:
    if isinstance(value, str):
        if "<a " in value:
            parser = _Links()
            parser.feed(value)
            parser.close()
            yield from parser.found
    elif isinstance(value, list):
        for item in value:
            yield from _links(item)
    elif isinstance(value, dict):
        if _is_typed(value):
            text = value.get("label") or value.get("title") or ""
            yield Link(str(value["url"]), str(text))
        for name, item in value.items():
            # A frame is loaded from the address of its video, which is checked.
            if name not in {"url", "frame_url"}:
                yield from _links(item)


def _is_typed(value: dict[str, Any]) -> bool:
    """Whether the address is typed: those of pages and files come with an id, of pictures with a
    size."""
    if not value.get("url") or "id" in value or "width" in value:
        return False
    return not (value.get("page") or value.get("file"))


class _Links(HTMLParser):
    """Collects links with their texts; links do not nest."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Link] = []
        self._address: str | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._address, self._text = dict(attrs).get("href"), []

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._address:
            self.found.append(Link(self._address, "".join(self._text).strip()))
            self._address = None
