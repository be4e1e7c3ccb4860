"""Pages to suggest while a reader types."""

from typing import Any

from wagtail.search.query import And, PlainText

from search.dictionaries.folding import fold

from ..expansion import MOST_WORDS
from ..lemmas import WORD, as_typed, token, without_marks
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
    ways = [typed[:MOST_WORDS] for typed in as_typed(text, locale)]
    entries: Any = SearchEntry.objects.filter(locale=locale)
    rows: dict[int, tuple[int, float]] = {}
    for typed in ways:
        newest = _beginning_with(entries, typed).order_by("-date", "-pk")
        for pk, date, beginnings, title in newest.values_list("pk", "date", "beginnings", "title")[
            :MOST_COMPARED
        ]:
            sure = _sureness(typed, beginnings.split(), title.split())
            rows[pk] = max((sure, date.timestamp()), rows.get(pk, (sure, 0.0)))
    return sorted(rows, key=lambda pk: (*rows[pk], pk), reverse=True)[:size]


def _beginning_with(entries: Any, typed: list[str]) -> Any:
    tokens = [token(PLAIN, fold(word)) for word in typed]
    if postgres.speaks():
        return entries.filter(pk__in=postgres.beginning_with_all(tokens))
    query = And(list(map(PlainText, tokens)))
    return entries.autocomplete(query, order_by_relevance=False).get_queryset()


def _sureness(typed: list[str], beginnings: list[str], title: list[str]) -> int:
    return sum(_best(word, beginnings) + IN_TITLE * _begins(word, title) for word in typed)


def _begins(word: str, title: list[str]) -> bool:
    # Diacritics are typed with and without.
    folded = token(WORD, fold(word))
    return any(without_marks(part).startswith(folded) for part in title if part[0] == WORD)


def _best(word: str, beginnings: list[str]) -> int:
    written, folded = token(WORD, word), token(PLAIN, fold(word))
    if written in beginnings:
        return SAME
    if folded in beginnings:
        return SAME_FOLDED
    if any(beginning.startswith(written) for beginning in beginnings):
        return BEGINNING
    return BEGINNING_FOLDED
