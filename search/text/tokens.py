"""Tokenises text, so that all forms of a word share tokens, for any engine to store and match."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .canonical import Canonical, canonical
from .compounds import compounds, joined, with_those_before
from .normalisation import normalised
from .stop_words import STOP_WORDS
from .word_tokens import (
    COMPOUND,
    FOLDED_LEMMA,
    KNOWN_STEM,
    LEMMA,
    MOST_CERTAIN_FIRST,
    OTHER,
    STEM,
    WORD,
    compound_tokens,
    index_tokens,
    query_word,
    token,
    without_diacritics,
)
from .words import Word, spans, words

__all__ = [
    "COMPOUND",
    "FOLDED_LEMMA",
    "KNOWN_STEM",
    "LEMMA",
    "MOST_CERTAIN_FIRST",
    "OTHER",
    "STEM",
    "WORD",
    "Date",
    "Piece",
    "compound_tokens",
    "dates",
    "index_text",
    "index_tokens",
    "key_tokens",
    "pieces",
    "query_terms",
    "query_word",
    "spellings",
    "token",
    "without_diacritics",
]

# “COVID19”: letters and digits that others write apart.
_LETTERS_AND_DIGITS = re.compile(r"([^\W\d]{2,})(\d+)|(\d+)([^\W\d]{2,})")


class Piece(NamedTuple):
    """A word or compound, its position in a text, and its tokens."""

    start: int
    end: int
    tokens: tuple[str, ...]


def pieces(text: str, locale: str) -> Iterator[Piece]:
    """Of a normalised text, by their ends; the longest first, so a word is the last."""
    written = sorted(canonical(text, locale), key=lambda found: found.end, reverse=True)
    for run in with_those_before(text, locale):
        # One may end with a full stop.
        while written and written[-1].end <= run[-1].end + 1:
            found = written.pop()
            yield Piece(found.start, run[-1].end, _forms(found.forms))
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
    text = normalised(text)
    typed = list(spans(text, locale))
    telling = [word for word in typed if not _says_little(word, text, locale)] or typed
    return [query_word(word, locale) for word in dict.fromkeys(word.text for word in telling)]


def _says_little(word: Word, text: str, locale: str) -> bool:
    """Whether it is a stop word, and no abbreviation that looks like one: ES, IT, US, WHO. If
    everything is in capitals, nothing stands out."""
    typed = text[word.start : word.end]
    stands_out = len(typed) > 1 and typed.isupper() and not text.isupper()
    return word.text in STOP_WORDS[locale] and not stands_out


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


class Date(NamedTuple):
    """A date, a number or an address of a query."""

    # The own tokens of the words that it is written in, in order.
    words: tuple[str, ...]
    # What it is.
    tokens: tuple[str, ...]
    exact: bool


def dates(text: str, locale: str) -> list[Date]:
    """Those that consist of whole words."""
    typed = list(spans(normalised(text), locale))
    inside = {place for word in typed for place in range(word.start + 1, word.end)}
    return [
        Date(
            tuple(token(WORD, part) for part in _within(date, typed)),
            _forms(date.precise),
            date.exact,
        )
        for date in canonical(normalised(text), locale)
        if inside.isdisjoint((date.start, date.end))
    ]


def _forms(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(token(COMPOUND, form) for form in forms)


def _within(found: Canonical, typed: list[Word]) -> Iterator[str]:
    return (word.text for word in typed if found.start <= word.start and word.end <= found.end)
