"""Converts the HTML of a page's content to Markdown."""

import re
from typing import Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from markdownify import MarkdownConverter

# What only serves to operate a page, or repeats what its document says elsewhere.
_LEFT_OUT = "nav, form, script, style, svg, button, [hidden], [aria-hidden=true]"
_BLANK_LINES = re.compile(r"\n{3,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


class _Converter(MarkdownConverter):  # type: ignore[misc]  # the package has no types
    class Options(MarkdownConverter.DefaultOptions):  # type: ignore[misc]
        heading_style = "ATX"
        bullets = "-"
        # Texts that look like Markdown or HTML stay texts.
        escape_misc = True
        strip_document = None

    def convert_video(self, element: Any, text: str, parent_tags: Any) -> str:
        return ""


def to_markdown(html: str, url: str) -> str:
    """Return the HTML as Markdown. Links are made absolute, from the URL of the page."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(_LEFT_OUT):
        element.decompose()
    for name, attribute in (("a", "href"), ("img", "src")):
        for element in soup.find_all(name):
            if value := element.get(attribute):
                element[attribute] = urljoin(url, str(value))
    text = str(_Converter().convert_soup(soup))
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text)).strip() + "\n"
