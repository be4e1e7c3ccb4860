"""“Did you mean”: replaces words without matches with similar words of the pages.

It uses the database with either engine: Elasticsearch's suggesters ignore inflection, and correct
valid forms that happen not to occur.
"""

import html
from itertools import islice

from rapidfuzz.distance import DamerauLevenshtein

from search.models import SearchWord
from search.query.expansion import MOST_WORDS
from search.query.results import Correction
from search.query.search_query import SearchQuery
from search.query.syntax import parse
from search.text.dictionaries.folding import fold
from search.text.highlights import MARK
from search.text.normalisation import normalised
from search.text.stop_words import PRONOUNS, STOP_WORDS
from search.text.tokens import query_terms
from search.text.words import spans

from .engine import matching_pages
from .matching import pages_with
from .rows import SHORTEST_WORD

# Up to this length one error is allowed, beyond it two.
SHORT_WORD = 7
# The cost of a missing diacritic; a wrong letter costs 1.
DIACRITIC = 0.1
# The number of closest words to compare by their number of pages.
MAX_COMPARED = 5


def correct(text: str, locale: str) -> Correction | None:
    """Return a correction, or None if every word matches or a correction would not either."""
    text = normalised(text)
    replaced = []
    # What is to be left out needs no correction.
    for word in islice(spans(parse(text, locale).text, locale), MOST_WORDS):
        if better := _replacement(word.text, text[word.start : word.end], locale):
            replaced.append((word.start, word.end, better))
    if not replaced:
        return None
    plain, safe, end = "", "", 0
    for start, stop, better in replaced:
        plain += text[end:start] + better
        safe += html.escape(text[end:start]) + f"{MARK}{html.escape(better)}</mark>"
        end = stop
    if not _finds(plain + text[end:], locale):
        return None
    return Correction(plain + text[end:], safe + html.escape(text[end:]))


def _finds(text: str, locale: str) -> bool:
    return bool(matching_pages(SearchQuery(text, locale))[0])


def _replacement(word: str, typed: str, locale: str) -> str:
    """Return a replacement; empty if the word matches, or there is no similar one."""
    if len(word) < SHORTEST_WORD or not word.isalpha() or word in STOP_WORDS[locale]:
        return ""
    if _pages(word, locale):
        return ""
    better = _better(word, locale)
    return better.capitalize() if typed.istitle() else better


def _better(word: str, locale: str) -> str:
    costs = _close_words(word, locale)
    closest = sorted(costs, key=lambda other: (costs[other], other))[:MAX_COMPARED]
    pages = {other: _pages(other, locale) for other in closest}
    found = [other for other in closest if pages[other]]
    return min(found, key=lambda other: (costs[other], -pages[other]), default="")


def _close_words(word: str, locale: str) -> dict[str, float]:
    """Return words of the pages within the allowed edit distance, with their distance."""
    plain = fold(word)
    most = 1 if len(plain) <= SHORT_WORD else 2
    known = SearchWord.objects.filter(locale=locale, initial=plain[0])
    never = STOP_WORDS[locale] | PRONOUNS[locale]
    costs = {}
    for other in known.values_list("word", flat=True).iterator():
        if abs(len(other) - len(word)) > most or other in never:
            continue
        slips = DamerauLevenshtein.distance(plain, fold(other), score_cutoff=most)
        if slips <= most:
            diacritics = DamerauLevenshtein.distance(word, other) - slips
            costs[other] = slips + DIACRITIC * diacritics
    return costs


def _pages(word: str, locale: str) -> int:
    return sum(len(pages_with(locale, tuple(term))) for term in query_terms(word, locale)[:1])
