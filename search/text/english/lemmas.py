"""Lemmas of English words: what all their forms and both spellings have in common."""

import re
from functools import lru_cache
from typing import NamedTuple

from .derivation import origin
from .irregular import bases
from .spellings import one_spelling
from .stemmer import stem, uninflected, without_possessive

CACHED_WORDS = 50_000
# Adverbs that the stemmer does not bring to their adjectives: easily, simply, newly.
_ADVERBS = (
    (re.compile(r"(?<=..)ily$"), "y"),
    (re.compile(r"(?<=[bdgkpt])ly$"), "le"),
    (re.compile(r"(?<=w)ly$"), ""),
    (re.compile("^(tru|whol)l?y$"), r"\1e"),
)


class Lemmas(NamedTuple):
    likely: frozenset[str]
    # Of words that it may be a form of, although it is a word itself: *found*, of *find*.
    others: frozenset[str]


@lru_cache(maxsize=CACHED_WORDS)
def lemmas(word: str) -> Lemmas:
    """Return the lemmas of a word in lower case."""
    base = without_possessive(word)
    found = bases(base)
    likely = found & {base} or found
    return Lemmas(_lemmas(likely), _lemmas(found) - _lemmas(likely))


@lru_cache(maxsize=CACHED_WORDS)
def stems(word: str) -> frozenset[str]:
    """Return what words derived from the same one have in common."""
    found = bases(without_possessive(word))
    adjectives = {pattern.sub(end, base) for base in found for pattern, end in _ADVERBS}
    return frozenset(stem(origin(one_spelling(base))) for base in found | adjectives)


def _lemmas(words: frozenset[str]) -> frozenset[str]:
    return frozenset(uninflected(one_spelling(word)) for word in words)
