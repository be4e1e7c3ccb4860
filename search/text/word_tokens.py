"""The tokens of one word, so that all its forms have some in common.

A token is one letter for its kind, and a word in ASCII letters and digits, so that no tokeniser or
collation of a database takes it apart:

    w  the word as it stands      t  its lemma
    s  its stem                   f  its lemma without diacritics, of any word it could be (Latvian)
    k  the stem of a Latvian word that the dictionary knows
    o  the lemma of another word that it could be as well, but hardly is
    c  several words as they would be written in one: Wi-Fi, COVID-19, 12 500
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .dictionaries.folding import fold
from .english.lemmas import lemmas as english_lemmas
from .english.lemmas import stems as english_stems
from .latvian.lemmas import Lemmas, lemmas, lemmas_typed
from .latvian.stemmer import nominal_stem
from .stop_words import PRONOUNS
from .words import LATVIAN

WORD, COMPOUND, LEMMA, FOLDED_LEMMA, STEM, OTHER, KNOWN_STEM = "w", "c", "t", "f", "s", "o", "k"
MOST_CERTAIN_FIRST = (WORD, COMPOUND, LEMMA, FOLDED_LEMMA, STEM, OTHER, KNOWN_STEM)
# Kinds that other words share.
UNCERTAIN = frozenset({STEM, OTHER, KNOWN_STEM})
TELLING_STEM = 5
CACHED_WORDS = 50_000
# What follows a letter with diacritics in a token.
_DIACRITIC = re.compile("(?<=[a-z])0")


@lru_cache(maxsize=CACHED_WORDS)
def index_tokens(word: str, locale: str) -> tuple[str, ...]:
    """Return the tokens of one word of `words`. The word itself comes last and ends them."""
    own = token(WORD, word)
    if locale != LATVIAN:
        found = english_lemmas(fold(word))
        others = {
            *_tokens(LEMMA, found.likely),
            *_tokens(OTHER, found.others),
            *_tokens(STEM, english_stems(fold(word))),
        }
        return (*sorted(others), own)
    latvian = lemmas(word)
    if word in (pronouns := PRONOUNS[locale]):
        return (*sorted(_tokens(LEMMA, (latvian.true | latvian.others) & pronouns)), own)
    return tuple(
        sorted(
            {own}
            | set(_tokens(LEMMA, latvian.true))
            | set(_tokens(OTHER, latvian.others))
            | set(_tokens(FOLDED_LEMMA, latvian.folded))
            | set(_tokens(KNOWN_STEM if latvian.known else STEM, latvian.stems))
        )
    )


@lru_cache(maxsize=CACHED_WORDS)
def compound_tokens(word: str, locale: str) -> tuple[str, ...]:
    """Of several words written as one. The word itself is left out: it ends what is one word."""
    others = (other for other in index_tokens(word, locale) if other[0] != WORD)
    return (token(COMPOUND, word), *others)


def query_word(word: str, locale: str) -> list[str]:
    """Return the tokens that a page may have for a word that is typed, the most precise first."""
    return sorted(
        _query_tokens(word, locale), key=lambda token: (MOST_CERTAIN_FIRST.index(token[0]), token)
    )


def _query_tokens(word: str, locale: str) -> set[str]:
    tokens = {token(WORD, word), token(COMPOUND, word)}
    if locale != LATVIAN:
        found = english_lemmas(fold(word))
        stems = english_stems(fold(word))
        return tokens | {
            *_tokens(LEMMA, found.likely),
            *_tokens(OTHER, found.likely),
            *_tokens(STEM, stems),
        }
    latvian = lemmas_typed(word)
    tokens |= set(_tokens(LEMMA, latvian.true))
    tokens |= set(_tokens(OTHER, latvian.true))
    tokens |= set(_tokens(FOLDED_LEMMA, latvian.folded))
    return tokens | set(_query_stems(word, latvian))


def _query_stems(word: str, found: Lemmas) -> Iterator[str]:
    if not found.known:
        yield from _tokens(STEM, found.stems)
        yield from _tokens(KNOWN_STEM, found.stems)
        return
    stem = nominal_stem(fold(word))
    # Two words of the dictionary meet by their lemmas; a stem makes up for what it has wrong, but a
    # short one would join too many words.
    yield token(STEM, stem)
    if len(stem) >= TELLING_STEM:
        yield token(KNOWN_STEM, stem)


def is_certain(word: Iterable[str]) -> bool:
    """Whether the tokens of a word that is typed tell which word it is."""
    return any(token[0] == LEMMA for token in word)


def token(kind: str, word: str) -> str:
    """`ā` becomes `a0`; a letter of another script its number."""
    return kind + "".join(map(_ascii, word))


def without_diacritics(token: str) -> str:
    """The token of the same word without diacritics."""
    return _DIACRITIC.sub("", token)


def _tokens(kind: str, found: Iterable[str]) -> Iterator[str]:
    return (token(kind, word) for word in found)


def _ascii(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isalnum() else ""
    plain = fold(letter)
    return f"{plain}0" if plain.isascii() and plain.isalnum() else f"u{ord(letter):x}0"
