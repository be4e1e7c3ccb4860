"""Text as tokens that meet in every form of a word, for any engine to store and match.

A token is one letter that says how sure it is, and a word in ASCII letters and digits, so that no
tokeniser or collation of a database takes it apart:

    w  the word as it stands      t  its lemma         (Latvian)
    s  its stem                   f  its lemma without diacritics, of any word it could be (Latvian)
    k  the stem of a Latvian word that the dictionary knows
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from search.dictionaries.folding import fold

from . import english
from .latvian.lemmas import lemmas, lemmas_typed
from .latvian.stemmer import nominal_stem
from .stop_words import PRONOUNS, STOP_WORDS

WORD, LEMMA, FOLDED_LEMMA, STEM, KNOWN_STEM = "w", "t", "f", "s", "k"
SUREST_FIRST = (WORD, LEMMA, FOLDED_LEMMA, STEM, KNOWN_STEM)
LATVIAN = "lv"
TELLING_STEM = 5
# PostgreSQL does not index words of 2 KB; nobody searches for them either.
LONGEST_WORD = 60

_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def index_text(text: str, locale: str) -> str:
    """What to store for a text, in the order of its words."""
    return " ".join(token for word in words(text, locale) for token in index_tokens(word, locale))


def key_tokens(text: str, locale: str) -> set[str]:
    """The surest lemma, or else stem, of each word that tells one text from another."""
    found: set[str] = set()
    for word in set(words(text, locale)) - STOP_WORDS[locale]:
        kinds: dict[str, set[str]] = {}
        for token_ in index_tokens(word, locale):
            kinds.setdefault(token_[0], set()).add(token_)
        surest = next(kind for kind in (*SUREST_FIRST[1:], WORD) if kind in kinds)
        found |= kinds[surest]
    return found


def query_terms(text: str, locale: str) -> list[list[str]]:
    """For each word that matters the tokens of which one must be there; surest first."""
    typed = words(text, locale)
    telling = [word for word in typed if word not in STOP_WORDS[locale]] or typed
    return [
        sorted(_query_tokens(word, locale), key=lambda token: (SUREST_FIRST.index(token[0]), token))
        for word in dict.fromkeys(telling)
    ]


def words(text: str, locale: str) -> list[str]:
    """The words of a text in lower case. Latvian has no apostrophes: there they part words."""
    found = _WORDS.findall(unicodedata.normalize("NFC", text).lower())
    if locale == LATVIAN:
        found = [part for word in found for part in re.split("['’]", word)]
    return [word.replace("’", "'")[:LONGEST_WORD] for word in found]


@lru_cache(maxsize=50_000)
def index_tokens(word: str, locale: str) -> tuple[str, ...]:
    """Of one word of `words`; the word itself is the last, so it ends what belongs to a word."""
    if locale != LATVIAN:
        return (token(STEM, english.stem(word)), token(WORD, word))
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


def _query_tokens(word: str, locale: str) -> set[str]:
    tokens = {token(WORD, word)}
    if locale != LATVIAN:
        return tokens | {token(STEM, english.stem(word))}
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


def _ascii(letter: str) -> str:
    if letter.isascii():
        return letter if letter.isalnum() else ""
    plain = fold(letter)
    return f"{plain}0" if plain.isascii() and plain.isalnum() else f"u{ord(letter):x}0"
