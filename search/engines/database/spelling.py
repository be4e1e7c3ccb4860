"""“Did you mean”: replaces words without matches with similar words of the pages.

It uses the database with either engine: Elasticsearch's suggesters ignore inflection, and correct
valid forms that happen not to occur.
"""

import html
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import islice

from search.query.expansion import MOST_WORDS
from search.query.results import Correction
from search.query.search_query import SearchQuery
from search.query.syntax import parse
from search.text.dictionaries.folding import fold
from search.text.highlights import MARK
from search.text.latvian.near_words import near_words
from search.text.normalisation import normalised
from search.text.real_words import is_real_word
from search.text.slips import close_to, cost, most_slips
from search.text.stop_words import PRONOUNS, STOP_WORDS
from search.text.tokens import query_terms
from search.text.words import LATVIAN, spans

from .finding import matching_pages
from .matching import count_pages
from .vocabulary import SHORTEST_WORD, known_words, neighbours

# The number of closest words to look for in the pages.
MAX_COMPARED = 5
# The same for forms that no page has.
MAX_FORMS = 12
# In how many words of a query these are looked for, which takes some milliseconds for each.
MOST_BY_FORMS = 2
# The number of ways to split a word in two to look for.
MAX_SPLITS = 3


def correct(text: str, locale: str) -> Correction | None:
    """Return a correction, or None if every word matches or a correction would not either."""
    correction = proposed(text, locale)
    if correction and matching_pages(SearchQuery(correction.text, locale)).pages:
        return correction
    return None


def proposed(text: str, locale: str) -> Correction | None:
    """Return a correction of each word for itself, which may find nothing as a whole."""
    text = normalised(text)
    replaced = []
    # What is to be left out needs no correction.
    asked = list(islice(spans(parse(text, locale).text, locale), MOST_WORDS))
    wrong = [word for word in asked if _may_be_wrong(word.text, locale)]
    for word in wrong:
        if better := _replacement(word.text, locale, by_forms=len(wrong) <= MOST_BY_FORMS):
            is_title = text[word.start : word.end].istitle()
            replaced.append((word.start, word.end, better.capitalize() if is_title else better))
    if not replaced:
        return None
    plain, safe, end = "", "", 0
    for start, stop, better in replaced:
        plain += text[end:start] + better
        safe += html.escape(text[end:start]) + f"{MARK}{html.escape(better)}</mark>"
        end = stop
    plain, safe = plain + text[end:], safe + html.escape(text[end:])
    return Correction(plain, safe)


def may_be_misspelt(text: str, locale: str) -> bool:
    """Whether a correction is likely: a word is in no dictionary and on no page as it stands. It
    costs a statement, or none for words of the language."""
    text = normalised(text)
    asked = islice(spans(parse(text, locale).text, locale), MOST_WORDS)
    unknown = {word.text for word in asked if _may_be_wrong(word.text, locale)}
    return bool(unknown) and not unknown <= known_words(locale, unknown)


def _may_be_wrong(word: str, locale: str) -> bool:
    return (
        len(word) >= SHORTEST_WORD
        and word.isalpha()
        and word not in STOP_WORDS[locale]
        and not is_real_word(word, locale)
    )


def _replacement(word: str, locale: str, *, by_forms: bool) -> str:
    """Return a word of the pages; empty if the word matches, or there is no similar one."""
    costs = close_words(word, locale)
    closest = _closest(costs, MAX_COMPARED)
    # Only if no page has one of these any more, the others are counted, which takes long.
    likely = [other for other in closest if costs[other] == costs[closest[0]]]
    pages = _pages([word, *likely], locale)
    if pages[word]:
        return ""
    better = _most_frequent(likely, costs, pages) or _counted(closest[len(likely) :], costs, locale)
    return better or _split(word, locale) or (_in_other_form(word, locale) if by_forms else "")


def _in_other_form(word: str, locale: str) -> str:
    """Return a word of the dictionary that pages have in other forms only."""
    if locale != LATVIAN:
        return ""
    costs = {other: cost(word, other) for other in near_words(word)}
    return _counted(_closest(costs, MAX_FORMS), costs, locale)


def _closest(costs: Mapping[str, float], most: int) -> list[str]:
    return sorted(costs, key=lambda other: (costs[other], other))[:most]


def _counted(words: Sequence[str], costs: Mapping[str, float], locale: str) -> str:
    return _most_frequent(words, costs, _pages(words, locale)) if words else ""


def _most_frequent(
    closest: Sequence[str], costs: Mapping[str, float], pages: Mapping[str, int]
) -> str:
    """Return the closest word that a page has and, of equally close ones, the most frequent."""
    there = [other for other in closest if pages[other]]
    equal = [other for other in there if costs[other] == costs[there[0]]]
    return max(equal, key=lambda other: pages[other], default="")


def close_words(word: str, locale: str) -> dict[str, float]:
    """Return words of the pages within the allowed number of slips, with their cost."""
    never = STOP_WORDS[locale] | PRONOUNS[locale]
    plain = fold(word)
    near = close_to(plain, neighbours(locale, plain, most_slips(plain)))
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


def _pages(words: Sequence[str], locale: str) -> dict[str, int]:
    """Return how many pages have each word in any form."""
    terms = {word: [tuple(term) for term in query_terms(word, locale)[:1]] for word in words}
    found = count_pages(locale, [part for term in terms.values() for part in term])
    return {word: sum(found[part] for part in term) for word, term in terms.items()}
