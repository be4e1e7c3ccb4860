"""Titles in the order of the Latvian alphabet, which holds the English one.

ā sorts directly after a, č after c and so on (LVS 24-93). Keys are made of lower-case ASCII letters
and digits, which databases compare alike whatever their collation.
"""

from string import ascii_lowercase, digits
from unicodedata import normalize

ALPHABET = "aābcčdeēfgģhiījkķlļmnņoōpqrŗsštuūvwxyzž"
LENGTH = 255

_CODES = (
    {" ": "00"}
    | {digit: f"1{digit}" for digit in digits}
    | {
        letter: ascii_lowercase[place // 26] + ascii_lowercase[place % 26]
        for place, letter in enumerate(ALPHABET)
    }
)


def sort_key(title: str) -> str:
    """Two characters a letter; what is neither letter, digit nor space does not count."""
    characters = normalize("NFC", title).casefold()
    return "".join(_CODES.get(character, "") for character in characters)[:LENGTH]
