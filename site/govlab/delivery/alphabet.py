"""Sort keys for titles in Latvian alphabetical order.

ā sorts directly after a, č after c and so on (LVS 24-93). Letters with other diacritics sort as
their base letter, letters of other scripts after z. Numbers sort by value, punctuation is ignored.
Keys consist of lower-case ASCII letters and digits, so their order does not depend on a collation.
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
# Letters without a Unicode decomposition. (Case folding turns ß into ss.)
_BASES = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h"}
_BASES |= {"ı": "i", "ŋ": "n", "ŧ": "t", "ĸ": "k", "ə": "e"}
# 12 500 is one number; its groups are separated by spaces of various widths.
_GROUPED = re.compile(r"(?<!\d)(\d{1,3})((?:[ \u00a0\u2009\u202f]\d{3})+)(?!\d)", re.ASCII)
# 2.5 sorts between 2 and 3, not as 25.
_POINT = re.compile(r"(?<=\d)[^\w\s]+(?=\d)")
# A private-use character that replaces the decimal separator.
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
    """Prefix the number of digits, so that longer numbers sort later."""
    value = digits.lstrip("0") or "0"
    return f"{NUMBER}{min(len(value), 99):02}{value}"


def _foreign(character: str) -> str:
    """Return the codes of the base letter, or a code after all letters if there is none."""
    if base := _BASES.get(character):
        return "".join(_CODES[letter] for letter in base)
    parts = [part for part in normalize("NFKD", character) if not combining(part)]
    if parts == [character]:
        return "" if combining(character) else f"{OTHER}{ord(character):06x}"
    return "".join(_codes("".join(parts).casefold()))
