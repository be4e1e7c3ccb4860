"""Titles in the order of their language's catalogue.

`GOVLAB_ALPHABETS` gives a language its letters in order, such as “aābcč…” for Latvian, where ā
sorts directly after a and č after c. Letters that an alphabet does not name stand with the Latin
letter that they descend from, those of other scripts after z. Numbers go by their value, signs do
not count. Keys are made of lower-case ASCII letters and digits, which databases compare alike
whatever their collation. Other alphabets apply once `manage.py rebuild_documents` has run.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from string import ascii_lowercase
from unicodedata import category, combining, normalize

from . import conf

LENGTH = 255

SPACE, FRACTION, NUMBER, OTHER = "00", "01", "1", "zz"
# Of the letters that come before any Latin one in a language's alphabet.
_OWN_SCRIPT = "zy"
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

Codes = Mapping[str, str]


def sort_key(title: str, language: str) -> str:
    text = _POINT.sub(_MARK, normalize("NFC", title.replace(_MARK, "")).casefold())
    text = "".join(character for character in text if _counts(character))
    text = _GROUPED.sub(lambda found: re.sub(r"\s", "", found[0]), " ".join(text.split()))
    return "".join(_coded(text, codes_of(_alphabet(language))))[:LENGTH]


def _alphabet(language: str) -> str:
    """Of the language, or of the one that it is a variant of; empty where neither has any."""
    alphabets = conf.alphabets()
    return alphabets.get(language) or alphabets.get(language.partition("-")[0]) or ""


@cache
def codes_of(alphabet: str) -> Codes:
    """Letter → two characters, or four, that sort as the alphabet does.

    The first is the Latin letter before it and the second its place after that one, so that titles
    in two alphabets can stand in one list. A Latin letter out of its usual place, such as the
    Estonian z after s, is placed after the one before it as any other letter is.
    """
    codes = {letter: f"{letter}a" for letter in ascii_lowercase}
    before, place = _OWN_SCRIPT, 0
    for at, letter in enumerate(alphabet):
        later = [other for other in alphabet[at + 1 :] if other in ascii_lowercase]
        if letter in ascii_lowercase and letter < min(later, default="{"):
            before, place = letter, 0
            continue
        place += 1
        high, low = divmod(place, 26)
        many = ascii_lowercase[high] if before == _OWN_SCRIPT else ""
        codes[letter] = f"{before}{many}{ascii_lowercase[low]}"
    return codes


def _counts(character: str) -> bool:
    return character.isspace() or character == _MARK or category(character)[0] in "LNM"


def _coded(text: str, codes: Codes) -> Iterator[str]:
    for part in _PARTS.findall(text):
        if part.isascii() and part.isdigit():
            yield _number(part)
        elif part.isspace():
            yield SPACE
        elif part == _MARK:
            yield FRACTION
        else:
            yield codes.get(part) or _foreign(part, codes)


def _number(digits: str) -> str:
    """Those with more digits are greater."""
    value = digits.lstrip("0") or "0"
    return f"{NUMBER}{min(len(value), 99):02}{value}"


def _foreign(character: str, codes: Codes) -> str:
    """By its base letter, which leaves marks out; without one, after all of those."""
    if base := _BASES.get(character):
        return "".join(codes[letter] for letter in base)
    parts = [part for part in normalize("NFKD", character) if not combining(part)]
    if parts == [character]:
        return "" if combining(character) else f"{OTHER}{ord(character):06x}"
    return "".join(_coded("".join(parts).casefold(), codes))
