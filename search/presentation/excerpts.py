"""What results show of a page: its title and an excerpt, with what was found in `<mark>`."""

import html
from typing import NamedTuple

from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from search.text.highlights import (
    MARK,
    Found,
    Wanted,
    excerpt,
    file_excerpt,
    found_at,
    found_in,
    has_phrases,
    highlight,
)
from search.text.offsets import Offsets, spans, within


class Shown(NamedTuple):
    """Safe HTML: `search.text.highlights` escapes."""

    title: SafeString
    excerpt: SafeString
    # The title of the file that the excerpt is from; empty if it is from the page itself.
    file: str = ""


def shown_of_page(
    text: str, wanted: Wanted, locale: str, offsets: Offsets | None, *, excerpts: bool = True
) -> Shown:
    """`text` is as in `search.models.SearchEntry`: the title, a new line, the rest. Without its
    offsets it is tokenised, and for words side by side too."""
    title, _, rest = text.partition("\n")
    stored = None if offsets is None or wanted.phrases else spans(offsets, wanted.tokens)

    def found(start: int, end: int) -> Found:
        if stored is None:
            return found_in(text[start:end], wanted, locale)
        return found_at(within(stored, start, end))

    return Shown(
        SafeString(highlight(title, found(0, len(title)))),
        SafeString(excerpt(rest, found(len(title) + 1, len(text))) if excerpts else ""),
    )


def shows_what_was_found(shown: Shown, wanted: Wanted, locale: str) -> bool:
    """Whether the excerpt, or the title with it, shows what was found."""
    if MARK not in shown.excerpt:
        return False
    if not wanted.phrases:
        return True
    return has_phrases(_unmarked(f"{shown.title}\n{shown.excerpt}"), wanted, locale)


def missing_words(wanted: Wanted, offsets: Offsets | None) -> list[frozenset[str]]:
    """Return the words that a page's own texts lack, as far as it is known."""
    if offsets is None or wanted.phrases:
        return []
    return [tokens for tokens in wanted.words if tokens.isdisjoint(offsets)]


def shown_of_files(
    shown: Shown, files: str, offsets: Offsets, wanted: Wanted, locale: str
) -> Shown:
    """Return the same with an excerpt of the first file that has what was found, if one has."""
    found = file_excerpt(files, offsets, wanted, locale)
    return shown._replace(file=found[0], excerpt=SafeString(found[1])) if found else shown


def _unmarked(marked: str) -> str:
    return html.unescape(strip_tags(marked))
