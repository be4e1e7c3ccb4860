"""Normalises queries and indexed texts to the same form."""

import re
import unicodedata


def _marks() -> str:
    """All combining marks, as the inside of a regular expression's class."""
    ranges: list[list[int]] = []
    for point in range(0x300, 0x20000):
        if unicodedata.category(chr(point))[0] != "M":
            continue
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


MARKS = _marks()
# Characters that are not displayed: controls, soft hyphens, directions, fillers, zero widths.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
# Joiners, variation selectors and tags: nothing in a word, a part of the picture in an emoji.
JOINERS = "\u200c\u200d\ufe00-\ufe0f\U000e0000-\U000e0fff"
_HIDDEN = re.compile(f"[{_INVISIBLE}]+")
_JOINED = re.compile(f"(?<=[\\w{MARKS}])[{JOINERS}]+")
_SURROGATES = re.compile("[\ud800-\udfff]")


def normalised(text: str) -> str:
    """Compose letters (NFC), and remove invisible and invalid characters. Idempotent.

    Joiners between emoji are preserved, since they affect the display.
    """
    if text.isascii() and text.isprintable():
        return text
    sound = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    return unicodedata.normalize("NFC", _JOINED.sub("", _HIDDEN.sub("", sound)))
