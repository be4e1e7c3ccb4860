"""The anchors of headings, as in /lv/par-mums/#kontakti.

An anchor is derived from the heading in the original language, so that a URL with it is valid in
every language. A translated heading has the same block id as its original.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

HEADING = "heading"
# Element ids of the base template.
RESERVED = frozenset({"main", "search-header", "search-header-error"})


def place_anchors(page: Any, source_locale: str) -> None:
    """Set the anchors of the headings in the page's body. `source_locale` is the language of the
    original. Costs a query for translations that have headings."""
    headings = list(_headings(page.body))
    taken = set(RESERVED)
    shared = {
        child.id: _free(child, taken)
        for child in (_headings(_original(page, source_locale)) if headings else ())
    }
    for child in headings:
        child.value.anchor = shared.pop(child.id, "") or _free(child, taken)


def aliases(texts: dict[str, str]) -> dict[str, str]:
    """Map anchors to those in the page's own language, where they differ, for existing links.

    `texts` maps the anchors of a page's headings to their texts, in order.
    """
    taken = {*RESERVED, *texts}
    found: dict[str, str] = {}
    for anchor, text in texts.items():
        own = _name(text)
        if own and own not in taken:
            found[anchor] = own
            taken.add(own)
    return found


def _original(page: Any, source_locale: str) -> Any:
    """Return the body of the original; empty if the page is the original."""
    if source_locale == page.locale.language_code:
        return ()
    originals = type(page)._base_manager.filter(
        translation_key=page.translation_key, locale__language_code=source_locale
    )
    return originals.values_list("body", flat=True).first() or ()


def _headings(body: Any) -> Iterator[Any]:
    return (child for child in body if child.block_type == HEADING)


def _free(child: Any, taken: set[str]) -> str:
    """Return a unique anchor: equal texts are numbered, and one without letters or digits gets the
    id of its block."""
    name = _name(child.value["text"]) or f"h-{str(child.id or '')[:8]}".rstrip("-")
    return numbered(name, taken)


def numbered(name: str, taken: set[str]) -> str:
    """Return the anchor, with a number if it is taken, and take it."""
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free


def _name(text: str | None) -> str:
    """Return the slug of the text, with other scripts transliterated: “Данные” is “dannye”."""
    return slugify(text or "") or slugify(string_to_ascii(text or ""))
