"""Whether a machine's translation still has the tags of its original.

wagtail-localize puts the attributes of links back by the ids of their tags. A text whose tags were
lost, added or broken would lose a link, or be no HTML at all.
"""

from collections import Counter
from html.parser import HTMLParser

from wagtail_localize.strings import StringValue

_VOID = frozenset({"br"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[tuple[str, str]] = Counter()
        self.open: list[str] = []
        self.is_broken = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag, str(sorted((name, value or "") for name, value in attrs))] += 1
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag, str(sorted((name, value or "") for name, value in attrs))] += 1
        self.is_broken |= tag not in _VOID

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and (not self.open or self.open.pop() != tag):
            self.is_broken = True


def keeps_tags(source: str, translated: str) -> bool:
    before, after = _read(source), _read(translated)
    return not after.is_broken and not after.open and before.tags == after.tags


def normalised(translated: str) -> str:
    """Return the text as wagtail-localize stores it. Raises ValueError if it has other tags than
    the inline ones."""
    data: str = StringValue.from_translated_html(translated).data
    return data


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader
