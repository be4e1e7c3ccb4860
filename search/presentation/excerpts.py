"""What results show of a page: its title and an excerpt, with what was found in `<mark>`."""

import html
from typing import NamedTuple

from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from search.text.highlights import MARK, Wanted, excerpt, file_excerpt, has_phrases, highlight


class Shown(NamedTuple):
    """Safe HTML: `search.text.highlights` escapes."""

    title: SafeString
    excerpt: SafeString
    # The title of the file that the excerpt is from; empty if it is from the page itself.
    file: str = ""


def shown_of_page(text: str, wanted: Wanted, locale: str, *, excerpts: bool = True) -> Shown:
    """`text` is as in `search.models.SearchEntry`: the title, a new line, the rest."""
    title, _, rest = text.partition("\n")
    return Shown(
        SafeString(highlight(title, wanted, locale)),
        SafeString(excerpt(rest, wanted, locale) if excerpts else ""),
    )


def shows_what_was_found(shown: Shown, wanted: Wanted, locale: str) -> bool:
    """Whether the excerpt, or the title with it, shows what was found."""
    if MARK not in shown.excerpt:
        return False
    if not wanted.phrases:
        return True
    return has_phrases(_unmarked(f"{shown.title}\n{shown.excerpt}"), wanted, locale)


def shown_of_files(shown: Shown, files: str, wanted: Wanted, locale: str) -> Shown:
    """Return the same with an excerpt of the first file that has what was found, if one has.

    `files` is as in `search.text.document_texts.Texts`.
    """
    found = file_excerpt(files, wanted, locale)
    return shown._replace(file=found[0], excerpt=SafeString(found[1])) if found else shown


def _unmarked(marked: str) -> str:
    return html.unescape(strip_tags(marked))
