"""Pages to suggest while a reader types."""

from typing import Any

from wagtail.search.query import And, PlainText

from search.models import SearchEntry
from search.models.written_sql import on_postgresql
from search.query.expansion import MOST_WORDS
from search.text.compounds import as_typed
from search.text.dictionaries.folding import fold
from search.text.tokens import WORD, token, without_diacritics

from . import postgres
from .rows import PLAIN

# The number of newest pages to rank if a short prefix matches many.
MAX_COMPARED = 500
# How a typed word matches a word of the page: equal, equal without diacritics, as a prefix, as a
# prefix without diacritics.
SAME, SAME_FOLDED, PREFIX, PREFIX_FOLDED = 4, 3, 1, 0
# The bonus of a match in the title, which is more specific than a term.
IN_TITLE = 2


def suggest(text: str, locale: str, size: int) -> list[int]:
    """Return ids of pages that have, for each word of the text, a word in title, terms or headings
    that starts with it."""
    ways = [typed[:MOST_WORDS] for typed in as_typed(text, locale)]
    entries: Any = SearchEntry.objects.filter(locale=locale)
    rows: dict[int, tuple[int, float]] = {}
    for typed in ways:
        newest = _with_prefixes(entries, typed).order_by("-date", "-pk")
        for pk, date, prefixes, title in newest.values_list("pk", "date", "prefixes", "title")[
            :MAX_COMPARED
        ]:
            confidence = _confidence(typed, prefixes.split(), title.split())
            rows[pk] = max((confidence, date.timestamp()), rows.get(pk, (confidence, 0.0)))
    return sorted(rows, key=lambda pk: (*rows[pk], pk), reverse=True)[:size]


def _with_prefixes(entries: Any, typed: list[str]) -> Any:
    tokens = [token(PLAIN, fold(word)) for word in typed]
    if on_postgresql():
        return entries.filter(pk__in=postgres.having_prefixes(tokens))
    query = And(list(map(PlainText, tokens)))
    return entries.autocomplete(query, order_by_relevance=False).get_queryset()


def _confidence(typed: list[str], prefixes: list[str], title: list[str]) -> int:
    return sum(_best(word, prefixes) + IN_TITLE * _begins(word, title) for word in typed)


def _begins(word: str, title: list[str]) -> bool:
    # Words may be typed without diacritics.
    folded = token(WORD, fold(word))
    return any(without_diacritics(part).startswith(folded) for part in title if part[0] == WORD)


def _best(word: str, prefixes: list[str]) -> int:
    written, folded = token(WORD, word), token(PLAIN, fold(word))
    if written in prefixes:
        return SAME
    if folded in prefixes:
        return SAME_FOLDED
    if any(prefix.startswith(written) for prefix in prefixes):
        return PREFIX
    return PREFIX_FOLDED
