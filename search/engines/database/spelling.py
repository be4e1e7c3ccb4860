"""“Did you mean”: replaces words without matches with similar words of the pages.

It uses the database with either engine: Elasticsearch's suggesters ignore inflection, and correct
valid forms that happen not to occur.
"""

import html
from collections.abc import Iterable
from functools import partial
from itertools import islice

from search.query.expansion import MOST_WORDS
from search.query.results import Correction
from search.query.search_query import SearchQuery
from search.query.syntax import parse
from search.text.dictionaries.folding import fold
from search.text.highlights import MARK
from search.text.normalisation import normalised
from search.text.real_words import is_real_word
from search.text.slips import close_to, cost, most_slips
from search.text.stop_words import PRONOUNS, STOP_WORDS
from search.text.tokens import query_terms
from search.text.words import spans

from .engine import matching_pages
from .matching import pages_with
from .vocabulary import SHORTEST_WORD, neighbours

# The number of closest words to look for in the pages.
MAX_COMPARED = 5
# The number of ways to split a word in two to look for.
MAX_SPLITS = 3


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
    plain, safe = plain + text[end:], safe + html.escape(text[end:])
    found = matching_pages(SearchQuery(plain, locale)).pages
    return Correction(plain, safe) if found else None


def _replacement(word: str, typed: str, locale: str) -> str:
    """Return a replacement; empty if the word matches, or there is no similar one."""
    if len(word) < SHORTEST_WORD or not word.isalpha() or word in STOP_WORDS[locale]:
        return ""
    if _pages(word, locale) or is_real_word(word, locale):
        return ""
    better = _closest(word, locale) or _split(word, locale)
    return better.capitalize() if typed.istitle() else better


def _closest(word: str, locale: str) -> str:
    """Return the closest word that a page has and, of equally close ones, the most frequent."""
    costs = close_words(word, locale)
    closest = sorted(costs, key=lambda other: (costs[other], other))[:MAX_COMPARED]
    least, frequent = None, ("", 0)
    for other in closest:
        if least is not None and costs[other] > least:
            break
        if (pages := _pages(other, locale)) > frequent[1]:
            least, frequent = costs[other], (other, pages)
    return frequent[0]


def close_words(word: str, locale: str) -> dict[str, float]:
    """Return words of the pages within the allowed number of slips, with their cost."""
    never = STOP_WORDS[locale] | PRONOUNS[locale]
    plain = fold(word)
    near = close_to(plain, list(neighbours(locale, plain, most_slips(plain))))
    return {other: cost(word, other) for other in near if other not in never}


def _split(word: str, locale: str) -> str:
    """Return the word as two that a page has together, where only the space between is missing."""
    places = range(SHORTEST_WORD, len(word) - SHORTEST_WORD + 1)
    ways = [(word[:place], word[place:]) for place in places]
    real = [way for way in ways if all(map(partial(is_real_word, locale=locale), way))]
    # The more even, the less likely is a chance.
    real.sort(key=lambda way: -min(map(len, way)))
    return next((" ".join(way) for way in real[:MAX_SPLITS] if _are_together(way, locale)), "")


def _are_together(parts: Iterable[str], locale: str) -> bool:
    return bool(matching_pages(SearchQuery(" ".join(parts), locale)).complete)


def _pages(word: str, locale: str) -> int:
    return sum(len(pages_with(locale, tuple(term))) for term in query_terms(word, locale)[:1])
