"""A text's words with their places, and those that some write as one and others as several."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .normalisation import MARKS

LATVIAN = "lv"
# PostgreSQL does not index words of 2 KB; nobody searches for them either.
LONGEST_WORD = 60
# Of so many parts at most is a word put together: “state-of-the-art”, “1 000 000 000”.
MOST_PARTS = 4
# Words so short are often parts of one: “wi fi”.
SHORT_WORD = 3

APOSTROPHES = "'’ʼ"
_LETTER = f"(?:[^\\W_][{MARKS}]*)"
_WORD = re.compile(f"{_LETTER}+")
_WORD_WITH_APOSTROPHES = re.compile(f"{_LETTER}+(?:[{APOSTROPHES}]{_LETTER}+)*")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")

_SPACES = frozenset(" \u00a0\u2007\u2008\u2009\u200a\u202f")
# Between the parts of one word; the hyphens and dashes of Unicode, the underscore, the full stop.
_LINKS = frozenset("-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d_.") | frozenset(APOSTROPHES)
# Between the thousands of a number.
_THOUSANDS = frozenset(".,") | frozenset(APOSTROPHES)


class Word(NamedTuple):
    """In lower case, as tokens are made of it, and where it stands in the text."""

    text: str
    start: int
    end: int


def spans(text: str, locale: str) -> Iterator[Word]:
    """Of a normalised text. Latvian has no apostrophes: there they part words."""
    pattern = _WORD if locale == LATVIAN else _WORD_WITH_APOSTROPHES
    for match in pattern.finditer(text):
        plain = unicodedata.normalize("NFKC", match[0]).lower()
        yield Word(_APOSTROPHE.sub("'", plain)[:LONGEST_WORD], match.start(), match.end())


def with_those_before(
    words: Iterable[Word], text: str, never: frozenset[str], *, typed: bool = False
) -> Iterator[list[Word]]:
    """Each word as the last of a list, with up to three before it that others write as one with it.

    `never`: words that are no part of another, the stop words. A `typed` text may leave out what
    stands between letters and digits.
    """
    run: list[Word] = []
    for word in words:
        if run and not _linked(run[-1], word, text, never, typed=typed):
            run = []
        run = [*run, word][-MOST_PARTS:]
        yield run


def _linked(before: Word, word: Word, text: str, never: frozenset[str], *, typed: bool) -> bool:
    if word.start - before.end != 1:
        return False
    between = text[before.end]
    if before.text.isdecimal() and word.text.isdecimal():
        if between in _THOUSANDS:
            return len(before.text) <= len(word.text) == 3
        return between in _SPACES or between in _LINKS
    if between in _LINKS:
        return True
    if between not in _SPACES or before.text in never or word.text in never:
        return False
    if len(before.text) == 1 or max(len(before.text), len(word.text)) <= SHORT_WORD:
        return True
    return typed and before.text.isdecimal() is not word.text.isdecimal()
