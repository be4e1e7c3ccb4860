"""Pages to suggest while a reader types."""

from typing import Any

from wagtail.search.query import And, PlainText

from search.dictionaries.folding import fold

from ..expansion import MOST_WORDS
from ..lemmas import WORD, token, words
from ..models import SearchEntry
from . import postgres
from .rows import PLAIN

# Of pages that a short beginning fits, so many of the newest are compared.
MOST_COMPARED = 500
# What a typed word is to a word of the page, the surer the more: both whole and with their marks,
# whole, the beginning with its marks, the beginning.
SAME, SAME_FOLDED, BEGINNING, BEGINNING_FOLDED = 4, 3, 1, 0
# A title says what a page is about; a term stands on many.
IN_TITLE = 2


def suggest(text: str, locale: str, size: int) -> list[int]:
    """Pages whose title, terms or headings have a word beginning with each word of the text."""
    typed = list(dict.fromkeys(words(text, locale)))[:MOST_WORDS]
    if not typed:
        return []
    tokens = [token(PLAIN, fold(word)) for word in typed]
    entries: Any = SearchEntry.objects.filter(locale=locale)
    if postgres.speaks():
        found = entries.filter(pk__in=postgres.beginning_with_all(tokens))
    else:
        query = And(list(map(PlainText, tokens)))
        found = entries.autocomplete(query, order_by_relevance=False).get_queryset()
    newest = found.order_by("-date", "-pk").values_list("pk", "beginnings", "title")
    rows = list(newest[:MOST_COMPARED])
    # Python's sort keeps the newest first where nothing else decides.
    rows.sort(key=lambda row: -_sureness(typed, row[1].split(), row[2].split()))
    return [pk for pk, *_ in rows[:size]]


def _sureness(typed: list[str], beginnings: list[str], title: list[str]) -> int:
    return sum(_best(word, beginnings) + IN_TITLE * _begins(word, title) for word in typed)


def _begins(word: str, title: list[str]) -> bool:
    # The mark of a letter with diacritics is left out: it is typed with and without.
    folded = token(WORD, fold(word))
    return any(
        part.startswith(folded) or part.replace("0", "").startswith(folded)
        for part in title
        if part[0] == WORD
    )


def _best(word: str, beginnings: list[str]) -> int:
    written, folded = token(WORD, word), token(PLAIN, fold(word))
    if written in beginnings:
        return SAME
    if folded in beginnings:
        return SAME_FOLDED
    if any(beginning.startswith(written) for beginning in beginnings):
        return BEGINNING
    return BEGINNING_FOLDED
