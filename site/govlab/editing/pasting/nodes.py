"""Reads pasted HTML, with limits, and answers what an element means in any product's markup."""

import re
from functools import lru_cache

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

MOST_CHARACTERS = 2_000_000
DEEPEST = 100

_SKIPPED = "head script style title meta link noscript template xml o:officedocumentsettings"
_EMBEDDED = "iframe video audio object embed canvas form input button select textarea math"
_BLOCKS = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption "
    "figure footer h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary "
    "table tbody td tfoot th thead tr ul caption"
)
# Nothing in them is text.
SKIPPED = frozenset(_SKIPPED.split())
EMBEDDED = frozenset(_EMBEDDED.split())
IMAGES = frozenset({"img", "svg", "picture", "v:shape", "v:imagedata"})
BLOCKS = frozenset(_BLOCKS.split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACES = re.compile(r"[\s\u00a0\u200b\ufeff]+")


class TooLargeError(Exception):
    """The HTML is over the limit of characters or of depth."""


def read(html: str) -> BeautifulSoup:
    """Raises TooLargeError."""
    if len(html) > MOST_CHARACTERS:
        raise TooLargeError
    document = BeautifulSoup(html, "html.parser")
    _check_depth(document)
    return document


def _check_depth(document: Tag) -> None:
    """Without recursion, which is what the limit protects."""
    level: list[Tag] = [document]
    for _depth in range(DEEPEST):
        level = [child for tag in level for child in tag.children if isinstance(child, Tag)]
        if not level:
            return
    raise TooLargeError


def text_of(node: PageElement) -> str | None:
    """Return the text of a text node; None for tags, comments and Word's conditions."""
    return str(node) if type(node) is NavigableString else None


def collapsed(text: str) -> str:
    """Return the text with each run of spaces of any kind as one."""
    return _SPACES.sub(" ", text)


def attribute(tag: Tag, name: str) -> str:
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else str(value or "")


def style(tag: Tag) -> dict[str, str]:
    return _declarations(attribute(tag, "style"))


@lru_cache(maxsize=2_000)
def _declarations(text: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in text.lower().split(";"))
    return {name.strip(): value.strip() for name, _colon, value in pairs if value}


def is_hidden(tag: Tag) -> bool:
    declared = style(tag)
    return (
        declared.get("display") == "none"
        or declared.get("mso-hide") == "all"
        or declared.get("mso-element") in {"comment-list", "header", "footer"}
        or tag.has_attr("hidden")
    )


def has_class(tag: Tag, *prefixes: str) -> bool:
    return any(name.startswith(prefixes) for name in attribute(tag, "class").split())


def heading_level(tag: Tag) -> int | None:
    """By the element, by ARIA (Word online) or by Word's style of titles."""
    if tag.name in HEADINGS:
        return HEADINGS[tag.name]
    if attribute(tag, "role") == "heading":
        level = attribute(tag, "aria-level")
        return int(level) if level in set("123456789") else 2
    return 1 if tag.name == "p" and has_class(tag, "MsoTitle") else None


def is_block(node: PageElement) -> bool:
    return isinstance(node, Tag) and (node.name in BLOCKS or heading_level(node) is not None)


def holds_blocks(tag: Tag) -> bool:
    return any(is_block(child) for child in tag.find_all(True))
