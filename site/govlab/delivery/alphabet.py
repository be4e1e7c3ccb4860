"""Titles in the order of a Latvian catalogue.

ā sorts directly after a, č after c and so on (LVS 24-93). Letters of other alphabets that descend
from the Latin one stand with their base letter, the others after z. Numbers go by their value,
signs do not count. Keys are made of lower-case ASCII letters and digits, which databases compare
alike whatever their collation.
"""

import re
from collections.abc import Iterator
from string import ascii_lowercase
from unicodedata import category, combining, normalize

ALPHABET = "aābcčdeēfgģhiījkķlļmnņoōpqrŗsštuūvwxyzž"
LENGTH = 255

SPACE, FRACTION, NUMBER, OTHER = "00", "01", "1", "z"
_CODES = {
    letter: ascii_lowercase[place // 26] + ascii_lowercase[place % 26]
    for place, letter in enumerate(ALPHABET)
}
# What Unicode does not take apart. (ß is ss by its case folding.)
_BASES = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h"}
_BASES |= {"ı": "i", "ŋ": "n", "ŧ": "t", "ĸ": "k", "ə": "e"}
# 12 500 is one number; what stands between its groups is a space of some width.
_GROUPED = re.compile(r"(?<!\d)(\d{1,3})((?:[ \u00a0\u2009\u202f]\d{3})+)(?!\d)", re.ASCII)
# 2.5 is more than 2 and less than 3, and not 25.
_POINT = re.compile(r"(?<=\d)[^\w\s]+(?=\d)")
# In its place; nobody's text has it.
_MARK = "\ue000"
_PARTS = re.compile(r"[0-9]+|\s+|.", re.DOTALL)


def sort_key(title: str) -> str:
    text = _POINT.sub(_MARK, normalize("NFC", title.replace(_MARK, "")).casefold())
    text = "".join(character for character in text if _counts(character))
    text = _GROUPED.sub(lambda found: re.sub(r"\s", "", found[0]), " ".join(text.split()))
    return "".join(_codes(text))[:LENGTH]


def _counts(character: str) -> bool:
    return character.isspace() or character == _MARK or category(character)[0] in "LNM"


def _codes(text: str) -> Iterator[str]:
    for part in _PARTS.findall(text):
        if part.isascii() and part.isdigit():
            yield _number(part)
        elif part.isspace():
            yield SPACE
        elif part == _MARK:
            yield FRACTION
        else:
            yield _CODES.get(part) or _foreign(part)


def _number(digits: str) -> str:
    """Those with more digits are greater."""
    value = digits.lstrip("0") or "0"
    return f"{NUMBER}{min(len(value), 99):02}{value}"


def _foreign(character: str) -> str:
    """By its base letter, which leaves marks out; without one, after all of those."""
    if base := _BASES.get(character):
        return "".join(_CODES[letter] for letter in base)
    parts = [part for part in normalize("NFKD", character) if not combining(part)]
    if parts == [character]:
        return "" if combining(character) else f"{OTHER}{ord(character):06x}"
    return "".join(_codes("".join(parts).casefold()))
