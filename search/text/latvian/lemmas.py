"""Lemmas of Latvian words, with what the dictionary alone does not give.

An unknown word is tried as a prefix or the first part of a compound before a known word: the part
stays as it is, the rest gets its lemma. So *klientcentrētajiem* meets *klientcentrēts* though no
dictionary has either.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from search.text.dictionaries.folding import fold

from . import irregular, verbs
from .dictionary import folded_stems, true_stems
from .readings import likely_and_others
from .stemmer import stems

DEBITIVE = "jā"
INFINITIVE_ENDINGS = ("t", "ties")
SHORTEST_HEAD = 2
SHORTEST_TAIL = 4
# A word that ends so and is its own lemma was listed as a form: its other forms are not known.
NO_LEMMA_ENDINGS = ("iem", "ajam", "ajai", "ajos", "ajās", "ajas", "ām", "ēm")
CACHED_WORDS = 50_000

LookUp = Callable[[str], frozenset[str]]


class Lemmas(NamedTuple):
    # By the dictionary with diacritics; empty where it does not know the word.
    true: frozenset[str]
    # Of words that it could be as well, but hardly is: see `readings`.
    others: frozenset[str]
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
    true = irregular.more(word, true) | verbs.infinitives(word)
    true |= set(verbs.infinitives_in_it(word, true_stems))
    if true:
        likely, others = likely_and_others(word, true)
        folded = frozenset(map(fold, likely | others))
        return Lemmas(likely, others, folded, stems(plain), known)
    meant = _meant(plain)
    return Lemmas(true, frozenset(), meant, stems(plain), _look_up(plain, folded_stems)[1])


@lru_cache(maxsize=CACHED_WORDS)
def lemmas_typed(word: str) -> Lemmas:
    """Return the lemmas of a word in a query. Beside the true ones, the folded ones are those of
    other words that it may be; without diacritics, of all that they may be missing from."""
    as_written = lemmas(word)
    if not word.isascii():
        others = frozenset(map(fold, as_written.others))
        return as_written._replace(folded=others if as_written.true else as_written.folded)
    meant = _meant(word) | as_written.folded
    known = _look_up(word, folded_stems)[1]
    # A guess of its parts says nothing of whether its diacritics are missing.
    true = as_written.true if as_written.known else frozenset()
    return as_written._replace(true=true, folded=meant, known=known)


def _meant(plain: str) -> frozenset[str]:
    """Return the folded lemmas of every word that one without diacritics could be."""
    found, _ = _look_up(plain, folded_stems)
    found = irregular.more(plain, found, folded=True)
    found |= set(verbs.infinitives_in_it(plain, folded_stems, folded=True))
    return found | verbs.infinitives(plain, folded=True)


def _look_up(word: str, dictionary: LookUp) -> tuple[frozenset[str], bool]:
    if found := dictionary(word):
        return found, not (found == {word} and word.endswith(NO_LEMMA_ENDINGS))
    if verbs_ := _debitive(word, dictionary):
        return verbs_, False
    for length in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1):
        if tails := dictionary(word[length:]):
            return frozenset(word[:length] + tail for tail in tails), False
    return frozenset(), False


def _debitive(word: str, dictionary: LookUp) -> frozenset[str]:
    """Return the infinitives of *jā-* and a form of a verb, which may have a prefix of its own."""
    rest = word[len(DEBITIVE) :]
    if not word.startswith((DEBITIVE, fold(DEBITIVE))) or len(rest) < SHORTEST_TAIL:
        return frozenset()
    return frozenset(
        lemma for lemma in _look_up(rest, dictionary)[0] if lemma.endswith(INFINITIVE_ENDINGS)
    )
