"""Lemmas of Latvian words, with what the dictionary alone does not give.

An unknown word is tried as a prefix or the first part of a compound before a known word: the part
stays as it is, the rest gets its lemma. So *klientcentrētajiem* meets *klientcentrēts* though no
dictionary has either.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from search.text.dictionaries.folding import fold

from . import irregular
from .dictionary import folded_stems, true_stems
from .stemmer import stems

SHORTEST_HEAD = 2
SHORTEST_TAIL = 4
# A word that ends so and is its own lemma was listed as a form: its other forms are not known.
NO_LEMMA_ENDINGS = ("iem", "ajam", "ajai", "ajos", "ajās", "ajas", "ām", "ēm")
CACHED_WORDS = 50_000

LookUp = Callable[[str], frozenset[str]]


class Lemmas(NamedTuple):
    # By the dictionary with diacritics; empty where it does not know the word.
    true: frozenset[str]
    # Without diacritics: of the true ones, else of every word that could be meant.
    folded: frozenset[str]
    # Without a dictionary.
    stems: frozenset[str]
    # Whether the dictionary has the word itself, not only its last part.
    known: bool


@lru_cache(maxsize=CACHED_WORDS)
def lemmas(word: str) -> Lemmas:
    """Return the lemmas of a word in lower case, in a text with correct diacritics."""
    plain = fold(word)
    true, known = _look_up(word, true_stems)
    true = irregular.more(word, true)
    if true:
        return Lemmas(true, frozenset(map(fold, true)), stems(plain), known)
    meant, known = _look_up(plain, folded_stems)
    return Lemmas(true, irregular.more(plain, meant, folded=True), stems(plain), known)


@lru_cache(maxsize=CACHED_WORDS)
def lemmas_typed(word: str) -> Lemmas:
    """Return the lemmas of a word in a query; without diacritics, of all words that it may be."""
    as_written = lemmas(word)
    if not word.isascii():
        return as_written
    meant, known = _look_up(word, folded_stems)
    meant = irregular.more(word, meant, folded=True) | as_written.folded
    return Lemmas(frozenset(), meant, as_written.stems, known)


def _look_up(word: str, dictionary: LookUp) -> tuple[frozenset[str], bool]:
    if found := dictionary(word):
        return found, not (found == {word} and word.endswith(NO_LEMMA_ENDINGS))
    for length in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1):
        if tails := dictionary(word[length:]):
            return frozenset(word[:length] + tail for tail in tails), False
    return frozenset(), False
