"""Finds words that neither a dictionary nor the institution's own list knows.

Names, abbreviations, numbers, addresses and what is quoted from another language are not words to
check: a warning that is often wrong is not read.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from govlab.core.spelling import Speller, other_spellers, speller_for

from .draft import Draft
from .findings import Finding

SHORTEST = 3
LONGEST_TOKEN = 100
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[#@]\w+"
    r"|\b\w+(?:[.-]\w+)*\.(?:lv|eu|com|org|net|gov|io|int|de|uk|info|dev|ee|lt|fi|se)\b(?:/\S*)?"
    r"|\b[\w-]+\.[a-z]{2,4}\b(?=[,;)]|$)"
)
_QUOTED = re.compile(r"[„“”\"«‘][^„“”\"«»’]{1,200}[”“\"»’]")
_WORD = re.compile(r"[^\W_]+(?:[’'ʼ][^\W\d_]+)*")
# How far a word's surroundings reach.
_NEARBY = 20
_BETWEEN_NAMES = " \u00a0-"
_SENTENCE_START = re.compile(r"(?:^|[.!?:…•]|\n)[\s\"„“«(–—-]*$")


@dataclass(frozen=True)
class OwnWords:
    """The institution's own words of one language: as they stand, and their stems."""

    words: frozenset[str]
    stems: frozenset[str]

    @classmethod
    def of(cls, words: Iterable[str], language: str) -> "OwnWords":
        plain = frozenset(word.lower() for word in words)
        speller = speller_for(language)
        stems = frozenset().union(*(speller.stems(word) for word in plain)) if speller else ()
        return cls(plain, frozenset(stems))

    def have(self, word: str, speller: Speller) -> bool:
        lower = word.lower()
        return lower in self.words or bool(self.stems & speller.stems(lower))


def misspelt_words(draft: Draft, own: OwnWords) -> Iterator[Finding]:
    """Each word once, in whichever form it comes first."""
    speller = speller_for(draft.language)
    if speller is None:
        return
    seen: set[str] = set()
    for text in draft.texts:
        for word in unknown_words(text.text, draft.language, own):
            stems = speller.stems(word.lower())
            if not stems & seen:
                yield Finding(
                    "spelling",
                    text.place,
                    _("“%(word)s” is not in the dictionary.") % {"word": word},
                    anchor=text.anchor,
                    word=word.lower(),
                )
            seen |= stems


def unknown_words(text: str, language: str, own: OwnWords) -> list[str]:
    speller = speller_for(language)
    if speller is None:
        return []
    others = other_spellers(language)
    bare = _TOKEN.sub(_without_addresses, text)
    quoted = [match.span() for match in _QUOTED.finditer(bare)]
    unknown = [
        match
        for match in _WORD.finditer(bare)
        if _is_checked(match, bare)
        and not speller.knows(match[0])
        and not own.have(match[0], speller)
    ]
    foreign = {match.start() for match in unknown if any(o.knows(match[0]) for o in others)}
    return [
        match[0]
        for match in unknown
        if match.start() not in foreign
        or not (_within(match, quoted) or _beside_foreign(match, unknown, foreign))
    ]


def _without_addresses(token: re.Match[str]) -> str:
    """Overlong tokens are no words, and slow to search for addresses."""
    if len(token[0]) > LONGEST_TOKEN:
        return " " * len(token[0])
    return _ADDRESS.sub(lambda address: " " * len(address[0]), token[0])


def _is_checked(match: re.Match[str], text: str) -> bool:
    word = match[0]
    if len(word) < SHORTEST or not word.replace("’", "").replace("'", "").isalpha():
        return False
    if any(letter.isupper() for letter in word[1:]):
        return False
    before = text[max(0, match.start() - _NEARBY) : match.start()]
    after = text[match.end() : match.end() + _NEARBY]
    if before[-1:].isdigit() or (before[-1:] in "-‑" and before[-2:-1].isupper()):
        return False
    if word[0].isupper():
        # A name, unless it begins a sentence; and there too if another name follows.
        return (
            bool(_SENTENCE_START.search(before)) and not after.lstrip(_BETWEEN_NAMES)[:1].isupper()
        )
    return not (after.startswith(".") and len(word) < 6)


def _within(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() < end for start, end in spans)


def _beside_foreign(match: re.Match[str], unknown: list[re.Match[str]], foreign: set[int]) -> bool:
    """Whether it is one of several words in a row that another language has."""
    return any(
        other is not match
        and other.start() in foreign
        and 0 <= max(other.start() - match.end(), match.start() - other.end()) <= 2
        for other in unknown
    )
