"""Converts the HTML of a page's content to Markdown."""

import re
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from markdownify import ATX, MarkdownConverter

# What only serves to operate or to decorate a page.
_LEFT_OUT = (
    "nav, form, label, script, style, svg, video, button, img[alt=''], [hidden], [aria-hidden=true]"
)
# What a link of Markdown cannot contain.
_BLOCKS = ["p", "div", "ul", "ol", "li", "dl", "dt", "dd", "h2", "h3", "h4"]
_BLANK_LINES = re.compile(r"\n{3,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


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
                element[attribute] = urljoin(url, str(value))
    # Texts that look like Markdown or HTML stay texts.
    converter = MarkdownConverter(
        heading_style=ATX, bullets="-", escape_misc=True, strip_document=None
    )
    text = str(converter.convert_soup(soup))
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text)).strip() + "\n"
