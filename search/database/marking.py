"""Marks what was found, for engines that cannot: by the tokens that found it."""

import html
import re
from collections.abc import Collection
from functools import lru_cache

from ..lemmas import index_tokens, words

EXCERPT = 180
CACHED_WORDS = 50_000
_WORD = re.compile(r"[^\W_]+")


def marked(text: str, tokens: Collection[str], locale: str) -> str:
    """The text as safe HTML; a word that shares a token with the question is in `<mark>`."""
    wanted = set(tokens)
    parts, end = [], 0
    for match in _WORD.finditer(text):
        if _meets(match[0], wanted, locale):
            parts.append(html.escape(text[end : match.start()]))
            parts.append(f"<mark>{html.escape(match[0])}</mark>")
            end = match.end()
    return "".join([*parts, html.escape(text[end:])])


def excerpt(text: str, tokens: Collection[str], locale: str) -> str:
    """About `EXCERPT` characters around the first word that was found, marked."""
    wanted = set(tokens)
    matches = (match for match in _WORD.finditer(text) if _meets(match[0], wanted, locale))
    first = next((match.start() for match in matches), 0)
    start = text.rfind(" ", 0, max(0, first - EXCERPT // 3)) + 1 if first > EXCERPT // 2 else 0
    end = start + EXCERPT
    if end < len(text):
        end = text.rfind(" ", start, end) if " " in text[start:end] else end
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return before + marked(text[start:end], wanted, locale) + after


def _meets(part: str, wanted: set[str], locale: str) -> bool:
    return not wanted.isdisjoint(_tokens(part, locale))


@lru_cache(maxsize=CACHED_WORDS)
def _tokens(part: str, locale: str) -> frozenset[str]:
    return frozenset(token for word in words(part, locale) for token in index_tokens(word, locale))
