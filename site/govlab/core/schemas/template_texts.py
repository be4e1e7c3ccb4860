"""The texts that a template of a page type says by itself, for search.

Readers search for what a page shows, whoever wrote it: an editor or the template.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.utils import translation

from govlab.delivery.schemas.page import PageDocument

HEADINGS = ("h2", "h3")
_TEXTS = (*HEADINGS, "p", "dt", "dd")


def template_texts(
    templates: Sequence[str], document: PageDocument[Any], elements: Sequence[str] = _TEXTS
) -> Iterator[str]:
    """Yield the text of each element, in the language of the document."""
    with translation.override(document.locale):
        shown = "".join(render_to_string(name, {"page": document}) for name in templates)
    for element in BeautifulSoup(shown, "html.parser").find_all(elements):
        yield element.get_text(" ", strip=True)
