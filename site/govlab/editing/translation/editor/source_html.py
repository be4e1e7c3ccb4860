"""The original's text as the editor shows it."""

from bs4 import BeautifulSoup
from django.utils.safestring import SafeString, mark_safe


def source_html(data: str) -> SafeString:
    """wagtail-localize keeps inline tags without attributes, and the ids of links, which would
    repeat from text to text."""
    soup = BeautifulSoup(data, "html.parser")
    for link in soup.find_all("a"):
        link.name = "span"
        link.attrs = {"class": "translation-link"}
    return mark_safe(str(soup))  # noqa: S308
