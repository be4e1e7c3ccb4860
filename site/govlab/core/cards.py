"""Cards of documents as HTML, kept as long as the document is (see `website.reader.cards`)."""

from collections.abc import Hashable
from threading import Lock

from cachetools import LRUCache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from govlab.delivery.schemas.page import PageDocument

TEMPLATE = "components/card.html"
MOST_KEPT = 2000

# The document stays beside its HTML, so that no other object gets its id.
_kept: LRUCache[Hashable, tuple[PageDocument, SafeString]] = LRUCache(MOST_KEPT)
_lock = Lock()


def card(document: PageDocument, *, level: int, template: str) -> SafeString:
    """Return the card of a document, whose heading is of a level."""
    key = id(document), get_language(), level, template
    with _lock:
        kept = _kept.get(key)
    if kept:
        return kept[1]
    # It is its own page to tags that ask for the site's address.
    html = render_to_string(template, {"item": document, "page": document, "level": level})
    # One that will look different is not kept.
    if document.turns_at() is None:
        with _lock:
            _kept[key] = document, html
    return html
