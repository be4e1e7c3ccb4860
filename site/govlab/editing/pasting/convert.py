"""Puts the blocks of a paste in order."""

from dataclasses import dataclass, field
from typing import Any

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from . import lists, tables
from .inline import paragraph, plain
from .losses import Loss, Losses
from .nodes import (
    EMBEDDED,
    IMAGES,
    SKIPPED,
    has_class,
    heading_level,
    holds_blocks,
    is_block,
    is_hidden,
    read,
    style,
)

LONGEST_HEADING = 120
LONGEST_QUOTE = 600


@dataclass(frozen=True)
class Pasted:
    """Values of body blocks, by type, and what is left out."""

    blocks: list[tuple[str, Any]]
    losses: Losses


def convert(html: str) -> Pasted:
    """Raises TooLargeError."""
    document = read(html)
    converter = _Converter()
    converter.walk(document)
    converter.end_text()
    return Pasted(converter.with_levels(), converter.losses)


@dataclass
class _Converter:
    blocks: list[tuple[str, Any]] = field(default_factory=list)
    losses: Losses = field(default_factory=Losses)
    # The rich text so far, and the list that it ends with.
    _text: list[str] = field(default_factory=list)
    _items: list[lists.Item] = field(default_factory=list)

    def walk(self, parent: Tag) -> None:
        run: list[PageElement] = []
        for node in list(parent.children):
            if isinstance(node, Tag) and (is_block(node) or holds_blocks(node)):
                self._paragraph(run)
                run = []
                self._block(node)
            else:
                run.append(node)
        self._paragraph(run)

    def _block(self, tag: Tag) -> None:
        if tag.name in SKIPPED or tag.name in EMBEDDED or tag.name in IMAGES:
            self._paragraph([tag])
        elif is_hidden(tag):
            self._count_comments(tag)
        elif heading_level(tag) is not None:
            self._heading(tag)
        elif tag.name == "table":
            self._table(tag)
        elif tag.name in {"ul", "ol"}:
            self._items += lists.list_items(tag, self.losses)
        elif lists.is_list_paragraph(tag):
            self._list_paragraph(tag)
        elif tag.name == "blockquote" or has_class(tag, "MsoQuote", "MsoIntenseQuote"):
            self._quote(tag)
        elif tag.name == "hr":
            self._end_list()
        elif holds_blocks(tag):
            self.walk(tag)
        elif tag.name == "pre":
            self._lines(tag)
        elif tag.name == "dt":
            self._add(f"<b>{html}</b>" if (html := plain_html(tag, self.losses)) else "")
        else:
            self._paragraph(list(tag.children), owner=tag)

    def _count_comments(self, tag: Tag) -> None:
        if style(tag).get("mso-element") == "comment-list":
            number = len(tag.find_all(lambda inner: style(inner).get("mso-element") == "comment"))
            self.losses[Loss.COMMENT] = max(self.losses[Loss.COMMENT], number)

    def _paragraph(self, nodes: list[PageElement], owner: Tag | None = None) -> None:
        if owner is not None:
            # What the paragraph itself declares is counted with its text.
            shell = Tag(name="span", attrs={"style": str(owner.get("style") or "")})
            shell.extend(nodes)
            nodes = [shell]
        self._add(paragraph(nodes, self.losses))

    def _add(self, html: str) -> None:
        if html:
            self._end_list()
            self._text.append(f"<p>{html}</p>")

    def _lines(self, tag: Tag) -> None:
        for line in tag.get_text().splitlines():
            self._add(paragraph([NavigableString(line)], self.losses))

    def _list_paragraph(self, tag: Tag) -> None:
        item = lists.paragraph_item(tag, self.losses)
        if item.html:
            self._items.append(item)

    def _heading(self, tag: Tag) -> None:
        text = plain(list(tag.children), self.losses)
        if len(text) > LONGEST_HEADING:
            self.losses[Loss.LONG_HEADING] += 1
            self._paragraph(list(tag.children))
        elif text:
            self.end_text()
            self.blocks.append(("heading", {"text": text, "level": heading_level(tag)}))

    def _table(self, tag: Tag) -> None:
        if frame := tables.layout_cell(tag):
            self.walk(frame)
        elif value := tables.table_value(tag, self.losses):
            self.end_text()
            self.blocks.append(("table", value))

    def _quote(self, tag: Tag) -> None:
        if tag.find(["table", "ul", "ol", *(f"h{level}" for level in range(1, 7))]):
            self.walk(tag)
            return
        lines = [plain([child], self.losses) for child in tag.children]
        text = "\n".join(line for line in lines if line)
        if len(text) > LONGEST_QUOTE:
            self.losses[Loss.LONG_QUOTE] += 1
            self.walk(tag)
        elif text:
            self.end_text()
            self.blocks.append(("quote", {"text": text, "author": ""}))

    def _end_list(self) -> None:
        if self._items:
            self._text.append(lists.rendered(self._items))
            self._items = []

    def end_text(self) -> None:
        self._end_list()
        if self._text:
            self.blocks.append(("rich_text", "".join(self._text)))
            self._text = []

    def with_levels(self) -> list[tuple[str, Any]]:
        """The highest level of the paste becomes sections, everything below subsections."""
        levels = sorted({value["level"] for kind, value in self.blocks if kind == "heading"})
        if len(levels) > 2:
            self.losses[Loss.DEEP_HEADING] += 1
        return [
            (kind, value | {"level": "2" if value["level"] == levels[0] else "3"})
            if kind == "heading"
            else (kind, value)
            for kind, value in self.blocks
        ]


def plain_html(tag: Tag, losses: Losses) -> str:
    return paragraph(list(tag.children), losses).replace("<b>", "").replace("</b>", "")
