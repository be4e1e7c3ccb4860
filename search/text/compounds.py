"""Compounds: words with spellings as one or several, such as Wi-Fi, COVID-19, 12 500."""

from collections.abc import Iterable, Iterator

from .normalisation import normalised
from .real_words import are_one_word
from .stop_words import STOP_WORDS
from .words import APOSTROPHES, LONGEST_WORD, Word, spans

# The maximum number of parts: “state-of-the-art”, “1 000 000 000”.
MOST_PARTS = 4
# Words up to this length are often parts of a compound: “wi fi”.
SHORT_WORD = 3

# What people write apart, with a hyphen, or as one word: “co creation”, “kiber drošība”.
_PREFIXES = {
    "en": frozenset(
        [
            "anti",
            "co",
            "cyber",
            "e",
            "ex",
            "inter",
            "macro",
            "micro",
            "mini",
            "multi",
            "non",
            "post",
            "pre",
            "re",
            "self",
            "semi",
            "sub",
        ]
    ),
    "lv": frozenset(
        [
            "agro",
            "audio",
            "auto",
            "bio",
            "eiro",
            "eko",
            "elektro",
            "foto",
            "kiber",
            "makro",
            "mikro",
            "mini",
            "multi",
            "nano",
            "neiro",
            "psiho",
            "radio",
            "super",
            "tele",
            "termo",
            "ultra",
            "video",
        ]
    ),
}

_SPACES = frozenset(" \u00a0\u2007\u2008\u2009\u200a\u202f")
# Between the parts of one word; the hyphens and dashes of Unicode, the underscore, the full stop,
# the sign of e-mail addresses.
_LINKS = frozenset("@-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d_.") | frozenset(APOSTROPHES)
# Between the thousands of a number.
_THOUSANDS = frozenset(".,") | frozenset(APOSTROPHES)


def joined(parts: Iterable[str]) -> str:
    """Join words to one word."""
    return "".join(parts)[:LONGEST_WORD]


def with_those_before(text: str, locale: str, *, typed: bool = False) -> Iterator[list[Word]]:
    """Each word as the last of a list, with up to three before it that others write as one with it.

    Of a normalised text. One that is `typed` may leave out what stands between letters and digits.
    """
    run: list[Word] = []
    for word in spans(text, locale):
        if run and not _linked(run[-1], word, text, locale, typed=typed):
            run = []
        run = [*run, word][-MOST_PARTS:]
        yield run


def _linked(before: Word, word: Word, text: str, locale: str, *, typed: bool) -> bool:
    never = STOP_WORDS[locale]
    between = text[before.end : word.start]
    is_space = bool(between) and _SPACES.issuperset(between)
    if is_space and (before.text in never or word.text in never):
        return False
    if is_space and are_one_word(before.text, word.text, locale):
        return True
    if len(between) != 1:
        return False
    if before.text.isdecimal() and word.text.isdecimal():
        if between in _THOUSANDS:
            return len(before.text) <= len(word.text) == 3
        return is_space or between in _LINKS
    if not is_space:
        return between in _LINKS
    if is_short(before.text, word.text, locale):
        return True
    return typed and before.text.isdecimal() is not word.text.isdecimal()


def is_short(before: str, word: str, locale: str) -> bool:
    """Whether words with a space between them are so short that they may be parts of a compound."""
    if before in _PREFIXES.get(locale, ()):
        return True
    return len(before) == 1 or max(len(before), len(word)) <= SHORT_WORD


def compounds(text: str, locale: str, *, typed: bool = False) -> Iterator[list[str]]:
    """Yield the words of each sequence that may be written as one word."""
    for run in with_those_before(normalised(text), locale, typed=typed):
        parts = [word.text for word in run]
        yield from (parts[first:] for first in range(len(parts) - 1))


def ways(text: str, locale: str) -> list[list[str]]:
    """Return the words of a typed text, and the same with those joined that may be a compound."""
    apart: list[str] = []
    together: list[str] = []
    for run in with_those_before(normalised(text), locale, typed=True):
        word = run[-1].text
        apart.append(word)
        together = [*together[:-1], together[-1] + word] if len(run) > 1 else [*together, word]
    return [list(way) for way in dict.fromkeys(map(tuple, (apart, together))) if way]


def as_typed(text: str, locale: str) -> list[list[str]]:
    """Return the same without repeated words."""
    distinct = (tuple(dict.fromkeys(way)) for way in ways(text, locale))
    return [list(way) for way in dict.fromkeys(distinct)]
