"""Converts the HTML of a page's content to Markdown."""

import re
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag
from markdownify import ATX, BACKSLASH, MarkdownConverter

from .escaping import escape

# What only serves to operate or to decorate a page.
_LEFT_OUT = (
    "nav, form, .fold, label, script, style, svg, video, button, img[alt=''], [hidden], "
    "[aria-hidden=true]"
)
# What a link of Markdown cannot contain.
_BLOCKS = ["p", "div", "ul", "ol", "li", "dl", "dt", "dd", "h2", "h3", "h4"]
# What Markdown begins with a mark, so that the text within begins no line.
_MARKED = {"a", "b", "strong", "em", "i", "code", "del", "s", "sub", "sup"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_CELLS = {"td", "th"}
_STARTS = {"p", "div", "li", "dt", "dd", "blockquote", "figcaption", "section", "article", "header"}
_BLANK_LINES = re.compile(r"\n{3,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
# What would end the address of a link.
_ADDRESS = str.maketrans({" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"})


class _Converter(MarkdownConverter):
    # Its type stubs do not have the methods of elements, so `super()` needs what mypy ignores.
    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        """Escape with regard to where the text stands, which markdownify does not tell `escape`."""
        text: str = super().process_text(el, parent_tags)  # type: ignore[misc]
        if "_noformat" in (parent_tags or ()):
            return text
        within = {parent.name for parent in el.parents}
        text = escape(
            text,
            starts_line=_starts_line(el),
            in_link="a" in within,
            in_cell=bool(within & _CELLS),
        )
        # Before a link it would make a picture of it.
        beside = el.next_sibling
        return f"{text[:-1]}\\!" if text.endswith("!") and _is_link(beside) else text

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Leave it to `process_text`."""
        return text

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        el["alt"] = escape(" ".join(str(el.get("alt", "")).split()), in_link=True)
        return str(super().convert_img(el, text, parent_tags))  # type: ignore[misc]


def to_markdown(html: str, url: str) -> str:
    """Return the HTML as Markdown. Links are made absolute, from the URL of the page."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(_LEFT_OUT):
        element.decompose()
    for block in soup.select(", ".join(f"a {name}" for name in _BLOCKS)):
        block.name = "span"
        block.insert_before(" ")
    for name, attribute in (("a", "href"), ("img", "src")):
        for element in soup.find_all(name):
            if value := element.get(attribute):
                element[attribute] = urljoin(url, str(value)).translate(_ADDRESS)
    for end in soup.find_all("br"):
        if not any(after.get_text(strip=True) for after in end.next_siblings):
            end.decompose()
    soup.smooth()
    # Wrapping without a width: a paragraph is a line, however its HTML is broken into lines.
    converter = _Converter(
        heading_style=ATX,
        bullets="-",
        strip_document=None,
        newline_style=BACKSLASH,
        wrap=True,
        wrap_width=None,
    )
    text = str(converter.convert_soup(soup))
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text)).strip() + "\n"


def _starts_line(text: NavigableString) -> bool:
    """Whether the text is the first of a line, with no mark of Markdown before it."""
    element: PageElement = text
    while True:
        for before in element.previous_siblings:
            if isinstance(before, Tag) and before.name == "br":
                return True
            if isinstance(before, Tag) and before.name in _STARTS | _HEADINGS | {"ul", "ol", "dl"}:
                return True
            if before.get_text(strip=True) or (isinstance(before, Tag) and before.find("img")):
                return False
        parent = element.parent
        if parent is None or parent.name in _STARTS:
            return True
        if parent.name in _MARKED | _HEADINGS | _CELLS:
            return False
        element = parent


def _is_link(element: Any) -> bool:
    return isinstance(element, Tag) and element.name == "a"
