"""Finds the words of a text that have one of some tokens, without tokenising the text.

A process tokenises each spelling of a word once, and notes it under its tokens. What a query marks
is then a set of spellings, and most of a text is only compared with it. Where words may be one word
with their neighbours (*Wi-Fi*), which is rare, the sentence is tokenised.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .canonical import canonical
from .compounds import is_short
from .stop_words import STOP_WORDS
from .tokens import Piece, index_tokens, pieces
from .words import APOSTROPHES, LATVIAN, spans

# The number of spellings that a process notes for each language before it begins again: as many as
# some thousand pages have, under a kilobyte each.
MOST_SPELLINGS = 100_000
# In characters, and up to the next end of a clause.
PART = 400
# The number of parts of texts that a process knows: about three kilobytes each.
CACHED_PARTS = 8_000
# The number of texts whose parts a process need not look for again, and how long these are at most,
# in characters.
CACHED_TEXTS, LONGEST_CACHED = 2_000, 8_000
# Letters that consist of several characters, and scripts whose letters may be normalised to fewer:
# such texts are tokenised. Everything else has a short list of characters, which is quick to scan.
_UNUSUAL = re.compile(
    "[^\x00-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff\u2000-\u20cf\u2100-\u2bff]"
)
# The same words as `words.spans` finds in usual texts.
_WORD = re.compile(r"[^\W_]+")
_WORD_WITH_APOSTROPHES = re.compile(f"[^\\W_]+(?:[{APOSTROPHES}][^\\W_]+)*")
# Where a word may be one with the next: after a sign instead of a space, between digits, and after
# a short word or a prefix.
_JOINT = re.compile(
    r"(?<![^\W_])(?:"
    r"[^\W_]++(?:[^\w\s]|_)(?=[^\W_])"
    r"|(?P<first>[^\W_]{1,5})\s(?=(?P<second>[^\W_]+))"
    r"|[^\W_]*+(?<=\d)\s(?=\d)"
    r")"
)
# No word of one sentence or clause is one with a word of the next, but a date may have such signs:
# “2019. g. 5. decembris”, “Dec. 5, 2019”.
_BOUNDARY = re.compile(r"(?<!\d)(?<!\bg)[.,;:!?·…)”»]\s(?!\d)")


class _Region(NamedTuple):
    start: int
    end: int
    # None if each word stands apart from its neighbours.
    pieces: tuple[Piece, ...] | None


@dataclass(slots=True)
class _Part:
    """What is known of a part of a text, whatever is looked for."""

    regions: tuple[_Region, ...]
    # Whether each word stands apart from its neighbours, in all of them.
    apart: bool
    # Those of its words, and where they are noted.
    spellings: frozenset[str] = frozenset()
    noted: "_Spellings | None" = None


class _Spellings:
    """The spellings of words, by their tokens. It is replaced as a whole when it is full."""

    def __init__(self) -> None:
        # Each with itself, so that all texts share one string.
        self.known: dict[str, str] = {}
        # Tuples, because most tokens have one: they take a quarter of the space of sets, and none
        # of the garbage collector's time.
        self._by_token: dict[str, tuple[str, ...]] = {}
        # Of the tokens that were asked for last, by as many spellings as were known then.
        self._last: tuple[frozenset[str], int, set[str]] = (frozenset(), 0, set())

    def note(self, spellings: Collection[str], locale: str) -> frozenset[str]:
        """Return the same spellings."""
        for spelling in spellings:
            if spelling in self.known:
                continue
            words = [word.text for word in spans(spelling, locale)]
            for token in {token for word in words for token in index_tokens(word, locale)}:
                self._by_token[token] = (*self._by_token.get(token, ()), spelling)
            self.known[spelling] = spelling
        return frozenset(self.known[spelling] for spelling in spellings)

    def having(self, tokens: frozenset[str]) -> set[str]:
        """A query looks for the same tokens in many texts."""
        asked, count, found = self._last
        if asked is not tokens or count != len(self.known):
            count = len(self.known)
            found = set().union(*(self._by_token.get(token, ()) for token in tokens))
            self._last = tokens, count, found
        return found


_noted: dict[str, _Spellings] = {}


def matches(text: str, tokens: frozenset[str], locale: str) -> Iterator[Piece]:
    """Yield the pieces of `tokens.pieces` that have one of the tokens, in the same order. The
    tokens of a piece may be missing."""
    if not tokens:
        return
    split = _known_parts if len(text) <= LONGEST_CACHED else _parts
    # Whoever looks for the first match needs no more than the parts before it.
    for offset, text_of_part in split(text):
        if text_of_part is None:
            yield from _having(pieces(text, locale), 0, tokens)
            continue
        part = _part(text_of_part, locale)
        wanted = _wanted(text_of_part, part, tokens, locale)
        if part.spellings.isdisjoint(wanted):
            if part.apart:
                continue
            wanted = frozenset()
        yield from _in_part(text_of_part, part, offset, wanted, tokens, locale)


def _parts(text: str) -> Iterator[tuple[int, str | None]]:
    """Yield the parts of a text with their places; None for a text that is tokenised."""
    if _UNUSUAL.search(text):
        yield 0, None
        return
    start = 0
    while start < len(text):
        boundary = _BOUNDARY.search(text, start + PART)
        end = boundary.end() if boundary else len(text)
        yield start, text[start:end]
        start = end


@lru_cache(CACHED_TEXTS)
def _known_parts(text: str) -> tuple[tuple[int, str | None], ...]:
    return tuple(_parts(text))


def _in_part(
    text: str,
    part: _Part,
    offset: int,
    wanted: AbstractSet[str],
    tokens: frozenset[str],
    locale: str,
) -> Iterator[Piece]:
    for region in part.regions:
        if region.pieces is not None:
            yield from _having(region.pieces, offset + region.start, tokens)
        elif wanted:
            for match in _pattern(locale).finditer(text, region.start, region.end):
                if match[0] in wanted:
                    yield Piece(offset + match.start(), offset + match.end(), ())


def _having(found: Iterable[Piece], start: int, tokens: frozenset[str]) -> Iterator[Piece]:
    for piece in found:
        if not tokens.isdisjoint(piece.tokens):
            yield Piece(start + piece.start, start + piece.end, piece.tokens)


def _pattern(locale: str) -> re.Pattern[str]:
    return _WORD if locale == LATVIAN else _WORD_WITH_APOSTROPHES


def _wanted(text: str, part: _Part, tokens: frozenset[str], locale: str) -> AbstractSet[str]:
    """Return the spellings that have one of the tokens, of the part's words at least."""
    noted = _noted.get(locale)
    if noted is None or len(noted.known) > MOST_SPELLINGS:
        noted = _noted[locale] = _Spellings()
    if part.noted is not noted:
        part.spellings = noted.note(set(_pattern(locale).findall(text)), locale)
        part.noted = noted
    return noted.having(tokens)


@lru_cache(CACHED_PARTS)
def _part(text: str, locale: str) -> _Part:
    """Pages are shown again, for other queries."""
    regions = tuple(
        _Region(start, end, None if apart else tuple(pieces(text[start:end], locale)))
        for start, end, apart in _bounds(text, locale)
    )
    return _Part(regions, all(region.pieces is None for region in regions))


def _bounds(text: str, locale: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where regions are, and whether the words of each stand apart."""
    joints = _joints(text, locale)
    if not joints:
        yield 0, len(text), True
        return
    bounds = [0, *(match.end() for match in _BOUNDARY.finditer(text)), len(text)]
    done = 0
    for joint in joints:
        if joint < done:
            continue
        place = bisect_right(bounds, joint)
        start, end = bounds[place - 1], bounds[min(place, len(bounds) - 1)]
        if done < start:
            yield done, start, True
        yield start, end, False
        done = end
    if done < len(text):
        yield done, len(text), True


def _joints(text: str, locale: str) -> list[int]:
    """Where words may be one, or are a date or a telephone number."""
    found = [match.start() for match in _JOINT.finditer(text) if _may_join(match, locale)]
    return sorted([*found, *(written.start for written in canonical(text, locale))])


def _may_join(match: re.Match[str], locale: str) -> bool:
    if match["first"] is None:
        return True
    never, first, second = STOP_WORDS[locale], match["first"].lower(), match["second"].lower()
    goes_on = match.string.startswith(tuple(APOSTROPHES), match.end("second"))
    return first not in never and (
        (second not in never and is_short(first, second, locale)) or goes_on
    )
