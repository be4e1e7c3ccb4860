"""“Did you mean”: words that no page has, replaced by words of the pages that look like them.

From the database whichever engine answers: a cluster's suggesters know nothing of inflection, and
take a form that no page has for a mistake.
"""

import re

from rapidfuzz.distance import DamerauLevenshtein

from search.dictionaries.folding import fold

from .answers import Correction
from .boosts import DEFAULT
from .database.matching import (
    pages_with,
    pages_with_concept,
    pages_with_most,
    pages_with_words,
)
from .database.rows import SHORTEST_WORD
from .expansion import concepts
from .lemmas import query_terms
from .marks import END, START, to_html, unmarked
from .models import SearchWord
from .stop_words import PRONOUNS, STOP_WORDS

# Up to this length one slip is forgiven, beyond it two.
SHORT_WORD = 7
# What a missing mark costs where a wrong letter costs one.
MARK = 0.1
# Of the closest words so many are compared by how many pages have them.
MOST_COMPARED = 5
_WORD = re.compile(r"[^\W_]+")


def correct(text: str, locale: str) -> Correction | None:
    """None where every word is found, or where a better question would find nothing either."""
    marked = _WORD.sub(lambda match: _marked(match[0], locale), unmarked(text))
    if START not in marked or not _finds(better := unmarked(marked), locale):
        return None
    return Correction(better, to_html(marked))


def _finds(text: str, locale: str) -> bool:
    asked = concepts(text, locale)
    pages = pages_with_words(locale, asked)
    found = [pages_with_concept(pages, concept) for concept in asked]
    return bool(pages_with_most(found, DEFAULT.least(len(asked)))[0])


def _marked(typed: str, locale: str) -> str:
    word = typed.lower()
    if len(word) < SHORTEST_WORD or not word.isalpha() or word in STOP_WORDS[locale]:
        return typed
    if _pages(word, locale) or not (better := _better(word, locale)):
        return typed
    return f"{START}{better.capitalize() if typed.istitle() else better}{END}"


def _better(word: str, locale: str) -> str:
    costs = _close_words(word, locale)
    closest = sorted(costs, key=lambda other: (costs[other], other))[:MOST_COMPARED]
    pages = {other: _pages(other, locale) for other in closest}
    found = [other for other in closest if pages[other]]
    return min(found, key=lambda other: (costs[other], -pages[other]), default="")


def _close_words(word: str, locale: str) -> dict[str, float]:
    """Words of the pages within the distance that is forgiven, with what the way to them costs."""
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
            marks = DamerauLevenshtein.distance(word, other) - slips
            costs[other] = slips + MARK * marks
    return costs


def _pages(word: str, locale: str) -> int:
    return sum(len(pages_with(locale, tuple(term))) for term in query_terms(word, locale)[:1])
