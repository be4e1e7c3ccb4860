"""Lists: real ones, and Word's paragraphs that only look like lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag

from .inline import paragraph
from .losses import Losses
from .nodes import attribute, collapsed, has_class, holds_blocks, style

# As many as the editor has.
DEEPEST_LEVEL = 4
_LEVEL = re.compile(r"level(\d)")
_NUMBER = re.compile(r"\(?(\d+|[a-z]|[ivxlc]+)[.)]", re.IGNORECASE)


@dataclass(frozen=True)
class Item:
    level: int
    ordered: bool
    html: str


def is_list_paragraph(tag: Tag) -> bool:
    """Whether it is one of Word's paragraphs with a bullet or a number typed in front."""
    return tag.name in {"p", "div"} and (
        bool(_LEVEL.search(style(tag).get("mso-list", "")))
        or (has_class(tag, "MsoListParagraph") and _marker(tag) is not None)
    )


def paragraph_item(tag: Tag, losses: Losses) -> Item:
    level = _LEVEL.search(style(tag).get("mso-list", ""))
    marker = _marker(tag)
    text = collapsed(marker.get_text()).strip() if marker else ""
    return Item(
        level=min(int(level[1]), DEEPEST_LEVEL) if level else 1,
        ordered=bool(_NUMBER.match(text)),
        html=paragraph(list(tag.children), losses),
    )


def _marker(tag: Tag) -> Tag | None:
    return next(
        (span for span in tag.find_all("span") if style(span).get("mso-list") == "ignore"), None
    )


def list_items(tag: Tag, losses: Losses, level: int = 1) -> Iterator[Item]:
    """Yield the items of a list and of lists within, which some products put beside the items."""
    ordered = tag.name == "ol"
    for child in tag.children:
        if not isinstance(child, Tag):
            continue
        if child.name in {"ul", "ol"}:
            yield from list_items(child, losses, min(level + 1, DEEPEST_LEVEL))
            continue
        inner_lists = [found for found in child.find_all(["ul", "ol"]) if _is_outer(found, child)]
        for found in inner_lists:
            found.extract()
        own_level = attribute(child, "data-aria-level") or attribute(child, "aria-level")
        depth = int(own_level) if own_level in set("123456789") else level
        for html in _paragraphs(child, losses):
            yield Item(min(max(depth, level), DEEPEST_LEVEL), ordered, html)
        for found in inner_lists:
            yield from list_items(found, losses, min(level + 1, DEEPEST_LEVEL))


def _is_outer(found: Tag, item: Tag) -> bool:
    return found.find_parent(["ul", "ol"]) is item.find_parent(["ul", "ol"])


def _paragraphs(item: Tag, losses: Losses) -> Iterator[str]:
    """An item is one line; its paragraphs are joined by line breaks."""
    parts: list[str] = []
    run: list[object] = []
    for child in [*item.children, None]:
        if child is None or (isinstance(child, Tag) and (child.name == "p" or holds_blocks(child))):
            parts.append(paragraph(run, losses))  # type: ignore[arg-type]
            run = []
            if isinstance(child, Tag):
                parts.append(paragraph(list(child.children), losses))
        else:
            run.append(child)
    if html := "<br/>".join(part for part in parts if part):
        yield html


def rendered(items: list[Item]) -> str:
    """Return nested lists. A list that begins or goes on too deep is lifted."""
    html: list[str] = []
    open_lists: list[str] = []
    for item in items:
        kind = "ol" if item.ordered else "ul"
        level = min(item.level, len(open_lists) + 1)
        while len(open_lists) > level:
            html.append(f"</li></{open_lists.pop()}>")
        if len(open_lists) == level:
            html.append("</li>")
            if open_lists[-1] != kind:
                html.append(f"</{open_lists.pop()}><{kind}>")
                open_lists.append(kind)
        else:
            html.append(f"<{kind}>")
            open_lists.append(kind)
        html.append(f"<li>{item.html}")
    while open_lists:
        html.append(f"</li></{open_lists.pop()}>")
    return "".join(html)
