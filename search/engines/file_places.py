"""Shows where in a file a page was found, for every engine."""

import html
from dataclasses import replace

from django.utils.html import strip_tags

from search.query.results import Hit
from search.text.highlights import MARK, Wanted, file_excerpt, has_phrases


def in_excerpt(hit: Hit, wanted: Wanted, locale: str) -> bool:
    return is_shown(hit.title_html, hit.excerpt_html, wanted, locale)


def is_shown(title: str, excerpt: str, wanted: Wanted, locale: str) -> bool:
    """Whether the excerpt, or the title with it, shows what was found. Both are HTML."""
    if MARK not in excerpt:
        return False
    return not wanted.phrases or has_phrases(_unmarked(f"{title}\n{excerpt}"), wanted, locale)


def shown_in_file(hit: Hit, files: str, wanted: Wanted, locale: str) -> Hit:
    """Return the hit with an excerpt from a file, if the page's own text has none."""
    if not files or in_excerpt(hit, wanted, locale):
        return hit
    found = file_excerpt(files, wanted, locale)
    return replace(hit, file=found[0], excerpt_html=found[1]) if found else hit


def _unmarked(marked: str) -> str:
    return html.unescape(strip_tags(marked))
