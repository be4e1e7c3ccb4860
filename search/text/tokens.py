"""Tokenises text, so that all forms of a word share tokens, for any engine to store and match.

A token is one letter for its kind, and a word in ASCII letters and digits, so that no tokeniser or
collation of a database takes it apart:

    w  the word as it stands      t  its lemma         (Latvian)
    s  its stem                   f  its lemma without diacritics, of any word it could be (Latvian)
    k  the stem of a Latvian word that the dictionary knows
    c  several words as they would be written in one: Wi-Fi, COVID-19, 12 500
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from . import english
from .compounds import compounds, joined, with_those_before
from .dictionaries.folding import fold
from .latvian.lemmas import lemmas, lemmas_typed
from .latvian.stemmer import nominal_stem
from .normalisation import normalised
from .stop_words import PRONOUNS, STOP_WORDS
from .words import LATVIAN, words

WORD, COMPOUND, LEMMA, FOLDED_LEMMA, STEM, KNOWN_STEM = "w", "c", "t", "f", "s", "k"
MOST_CERTAIN_FIRST = (WORD, COMPOUND, LEMMA, FOLDED_LEMMA, STEM, KNOWN_STEM)
TELLING_STEM = 5
# What follows a letter with diacritics in a token.
_DIACRITIC = re.compile("(?<=[a-z])0")
# “COVID19”: letters and digits that others write apart.
_LETTERS_AND_DIGITS = re.compile(r"([^\W\d]{2,})(\d+)|(\d+)([^\W\d]{2,})")


class Piece(NamedTuple):
    """A word or compound, its position in a text, and its tokens."""

    start: int
    end: int
    tokens: tuple[str, ...]


def pieces(text: str, locale: str) -> Iterator[Piece]:
    """Of a normalised text, by their ends; the longest first, so a word is the last."""
    for run in with_those_before(text, locale):
        for first in range(len(run) - 1):
            compound = joined(part.text for part in run[first:])
            yield Piece(run[first].start, run[-1].end, compound_tokens(compound, locale))
        yield Piece(run[-1].start, run[-1].end, index_tokens(run[-1].text, locale))


def index_text(text: str, locale: str) -> str:
    """Return the tokens to store for a text, in the order of its words."""
    found = pieces(normalised(text), locale)
    return " ".join(token for piece in found for token in piece.tokens)


def key_tokens(text: str, locale: str) -> set[str]:
    """Return the most precise lemma, or else stem, of each distinctive word."""
    found: set[str] = set()
    for word in set(words(text, locale)) - STOP_WORDS[locale]:
        kinds: dict[str, set[str]] = {}
        for token_ in index_tokens(word, locale):
            kinds.setdefault(token_[0], set()).add(token_)
        certain = next(kind for kind in (*MOST_CERTAIN_FIRST[1:], WORD) if kind in kinds)
        found |= kinds[certain]
    return found


def query_terms(text: str, locale: str) -> list[list[str]]:
    """Return the alternative tokens of each word except stop words, the most precise first."""
    typed = words(text, locale)
    telling = [word for word in typed if word not in STOP_WORDS[locale]] or typed
    return [query_word(word, locale) for word in dict.fromkeys(telling)]


def query_word(word: str, locale: str) -> list[str]:
    return sorted(
        _query_tokens(word, locale), key=lambda token: (MOST_CERTAIN_FIRST.index(token[0]), token)
    )


def spellings(text: str, locale: str) -> dict[str, list[list[list[str]]]]:
    """For a word of a query, by its own token, the other ways to write it.

    Each is a list of words, as `query_terms` gives them.
    """
    found: dict[str, list[list[list[str]]]] = {}
    for parts in compounds(text, locale, typed=True):
        together = [query_word(joined(parts), locale)]
        for part in parts:
            found.setdefault(token(WORD, part), []).append(together)
    for word in words(text, locale):
        if match := _LETTERS_AND_DIGITS.fullmatch(word):
            apart = [query_word(part, locale) for part in match.groups() if part]
            found.setdefault(token(WORD, word), []).append(apart)
    return found


@lru_cache(maxsize=50_000)
def index_tokens(word: str, locale: str) -> tuple[str, ...]:
    """Return the tokens of one word of `words`. The word itself comes last and ends them."""
    if locale != LATVIAN:
        return (token(STEM, english.stem(fold(word))), token(WORD, word))
    found = lemmas(word)
    if word in PRONOUNS[locale]:
        return (*sorted(_tokens(LEMMA, found.true)), token(WORD, word))
    return tuple(
        sorted(
            {token(WORD, word)}
            | set(_tokens(LEMMA, found.true))
            | set(_tokens(FOLDED_LEMMA, found.folded))
            | set(_tokens(KNOWN_STEM if found.known else STEM, found.stems))
        )
    )


@lru_cache(maxsize=50_000)
def compound_tokens(word: str, locale: str) -> tuple[str, ...]:
    """Of several words written as one. The word itself is left out: it ends what is one word."""
    others = (other for other in index_tokens(word, locale) if other[0] != WORD)
    return (token(COMPOUND, word), *others)


def _query_tokens(word: str, locale: str) -> set[str]:
    tokens = {token(WORD, word), token(COMPOUND, word)}
    if locale != LATVIAN:
        return tokens | {token(STEM, english.stem(fold(word)))}
    found = lemmas_typed(word)
    if found.true:
        tokens |= set(_tokens(LEMMA, found.true))
    else:
        tokens |= set(_tokens(FOLDED_LEMMA, found.folded))
    if not found.known:
        return tokens | set(_tokens(STEM, found.stems)) | set(_tokens(KNOWN_STEM, found.stems))
    stem = nominal_stem(fold(word))
    # Two words of the dictionary meet by their lemmas; a stem makes up for what it has wrong, but a
    # short one would join too many words.
    kinds = (STEM, KNOWN_STEM) if len(stem) >= TELLING_STEM else (STEM,)
    return tokens | {token(kind, stem) for kind in kinds}


def _tokens(kind: str, found: frozenset[str] | set[str]) -> Iterator[str]:
    return (token(kind, word) for word in found)


def token(kind: str, word: str) -> str:
    """`ā` becomes `a0`; a letter of another script its number."""
    return kind + "".join(map(_ascii, word))


def without_diacritics(token: str) -> str:
    """The token of the same word without diacritics."""
    return _DIACRITIC.sub("", token)


def _ascii(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isalnum() else ""
    plain = fold(letter)
    return f"{plain}0" if plain.isascii() and plain.isalnum() else f"u{ord(letter):x}0"
