"""Splits texts into words, with their positions."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from .normalisation import MARKS, normalised

LATVIAN = "lv"
# PostgreSQL does not index words over 2 KB.
LONGEST_WORD = 60

APOSTROPHES = "'’ʼ"
_LETTER = f"(?:[^\\W_][{MARKS}]*)"
# Signs that are read as words: who asks for *5 eiro* means *5 €* as well.
_SIGNS = {
    LATVIAN: {"€": "eiro", "%": "procenti", "§": "paragrāfs"},
    "en": {"€": "euro", "%": "percent", "§": "section"},
}
_SIGN = f"[{''.join(_SIGNS[LATVIAN])}]"
_WORD = re.compile(f"{_LETTER}+|{_SIGN}")
_WORD_WITH_APOSTROPHES = re.compile(f"{_LETTER}+(?:[{APOSTROPHES}]{_LETTER}+)*|{_SIGN}")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")


class Word(NamedTuple):
    """A word in lower case, with its position in the text."""

    text: str
    start: int
    end: int


def spans(text: str, locale: str) -> Iterator[Word]:
    """Yield the words of a normalised text. In Latvian, apostrophes separate words."""
    pattern = _WORD if locale == LATVIAN else _WORD_WITH_APOSTROPHES
    for match in pattern.finditer(text):
        if sign := _SIGNS[locale].get(match[0]):
            yield Word(sign, match.start(), match.end())
            continue
        plain = unicodedata.normalize("NFKC", match[0]).lower()
        yield Word(_APOSTROPHE.sub("'", plain)[:LONGEST_WORD], match.start(), match.end())


def words(text: str, locale: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.text for word in spans(normalised(text), locale)]
