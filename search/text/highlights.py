"""Highlights matches as safe HTML, the same for every engine.

Matches are determined by tokens, so that both engines highlight the same words. Highlights cover
whole words with their combining characters.
"""

import html
import re
from collections.abc import Collection, Iterator

from .normalisation import JOINERS, MARKS
from .tokens import pieces

# In characters.
EXCERPT = 180
MARK = "<mark>"
ZERO_WIDTH_JOINER = "\u200d"
# Characters that combine with the one before.
_CONTINUES = re.compile(f"[{MARKS}{JOINERS}]")


def highlight(text: str, tokens: Collection[str], locale: str) -> str:
    """Return the normalised text with words that match one of the tokens in `<mark>`."""
    parts, end = [], 0
    for start, stop in _stretches(text, tokens, locale):
        parts.append(html.escape(text[end:start]))
        parts.append(f"{MARK}{html.escape(text[start:stop])}</mark>")
        end = stop
    return "".join([*parts, html.escape(text[end:])])


def excerpt(text: str, tokens: Collection[str], locale: str) -> str:
    """Return about `EXCERPT` characters around the first match, highlighted."""
    first = next((start for start, _ in _found(text, tokens, locale)), 0)
    start = text.rfind(" ", 0, max(0, first - EXCERPT // 3)) + 1 if first > EXCERPT // 2 else 0
    end = start + EXCERPT
    if end < len(text):
        end = text.rfind(" ", start, end) if " " in text[start:end] else _whole(text, start, end)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return before + highlight(text[start:end], tokens, locale) + after


def _found(text: str, tokens: Collection[str], locale: str) -> Iterator[tuple[int, int]]:
    wanted = frozenset(tokens)
    for piece in pieces(text, locale):
        if not wanted.isdisjoint(piece.tokens):
            yield piece.start, piece.end


def _stretches(text: str, tokens: Collection[str], locale: str) -> list[tuple[int, int]]:
    """What was found, in order; a word within another that is written apart is a part of it."""
    stretches: list[tuple[int, int]] = []
    for start, end in sorted(_found(text, tokens, locale)):
        if stretches and start < stretches[-1][1]:
            start, before = stretches.pop()
            end = max(end, before)
        stretches.append((start, end))
    return stretches


def _whole(text: str, start: int, end: int) -> int:
    """Return an end that does not split a grapheme."""
    at = end
    while at > start and (_CONTINUES.match(text, at) or text[at - 1] == ZERO_WIDTH_JOINER):
        at -= 1
    return at if at > start else end
