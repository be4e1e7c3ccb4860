"""Highlights matches as safe HTML, the same for every engine.

Matches are determined by tokens, so that both engines highlight the same words. Highlights cover
whole words with their combining characters.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from .adjacency import Phrase, occurrences
from .document_texts import BETWEEN_FILES, in_one_line
from .matches import matches
from .normalisation import JOINERS, MARKS
from .tokens import COMPOUND, Piece, pieces

# In characters.
EXCERPT = 180
MARK = "<mark>"
ZERO_WIDTH_JOINER = "\u200d"
# Characters that combine with the one before.
_CONTINUES = re.compile(f"[{MARKS}{JOINERS}]")


@dataclass(frozen=True)
class Wanted:
    """What to mark: words with one of the tokens, and words side by side."""

    tokens: frozenset[str]
    phrases: tuple[Phrase, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tokens or self.phrases)

    @property
    def as_one(self) -> frozenset[str]:
        """The tokens of dates, numbers and compounds that are all of what is in quotes."""
        runs = (run for phrase in self.phrases for run in phrase if len(run.words) == 1)
        return frozenset(token for run in runs for token in run.words[0] if token[0] == COMPOUND)


def highlight(text: str, wanted: Wanted, locale: str) -> str:
    """Return the normalised text with the words that are wanted in `<mark>`."""
    return _marked(text, 0, len(text), _found(text, wanted, locale))


def excerpt(text: str, wanted: Wanted, locale: str) -> str:
    """Return about `EXCERPT` characters around the first match, highlighted. Words side by side
    are shown before single ones."""
    if wanted.phrases:
        start, end = _window(text, next(_places(text, wanted, locale), 0))
        shown = highlight(text[start:end], wanted, locale)
    else:
        # The text is read once, and no further than the excerpt goes.
        found = _found(text, wanted, locale)
        first = next(found, None)
        start, end = _window(text, first[0] if first else 0)
        others = takewhile(lambda place: place[0] < end, found)
        shown = _marked(text, start, end, [first, *others] if first else [])
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return before + shown + after


def _window(text: str, first: int) -> tuple[int, int]:
    """Return where an excerpt begins and ends that shows the place."""
    start = text.rfind(" ", 0, max(0, first - EXCERPT // 3)) + 1 if first > EXCERPT // 2 else 0
    end = start + EXCERPT
    if end >= len(text):
        return start, len(text)
    if " " in text[start:end]:
        return start, text.rfind(" ", start, end)
    return start, _whole(text, start, end)


def _marked(text: str, start: int, end: int, found: Iterable[tuple[int, int]]) -> str:
    """Return a part of the text as safe HTML with what was found in it in `<mark>`."""
    parts: list[str] = []
    for first, last in _stretches(found):
        if last <= end:
            parts += [
                html.escape(text[start:first]),
                f"{MARK}{html.escape(text[first:last])}</mark>",
            ]
            start = last
    return "".join([*parts, html.escape(text[start:end])])


def file_excerpt(files: str, wanted: Wanted, locale: str) -> tuple[str, str] | None:
    """Return the title of the first file with a match, and an excerpt around it; or None.

    `files` is as in `document_texts.Texts`.
    """
    for file in files.split(BETWEEN_FILES) if files else ():
        title, _, text = file.partition("\n")
        line = in_one_line(text)
        at = next(_places(line, wanted, locale), None)
        if at is not None:
            return title, excerpt(line, wanted, locale)
    return None


def has_phrases(text: str, wanted: Wanted, locale: str) -> bool:
    """Whether the text has all that must be side by side."""
    if not wanted.phrases:
        return True
    words = _words(text, locale)
    return all(_occurrences(phrase, words) for phrase in wanted.phrases)


def _places(text: str, wanted: Wanted, locale: str) -> Iterator[int]:
    if wanted.phrases:
        words = _words(text, locale)
        for phrase in wanted.phrases:
            yield from (words[first].start for first, _ in _occurrences(phrase, words)[:1])
    yield from (piece.start for piece in matches(text, wanted.tokens, locale))


def _found(text: str, wanted: Wanted, locale: str) -> Iterator[tuple[int, int]]:
    yield from ((piece.start, piece.end) for piece in matches(text, wanted.tokens, locale))
    if wanted.phrases:
        # What is one word though it is written as several: only its last one has the token.
        yield from ((piece.start, piece.end) for piece in matches(text, wanted.as_one, locale))
        words = _words(text, locale)
        for phrase in wanted.phrases:
            for first, last in _occurrences(phrase, words):
                yield from ((word.start, word.end) for word in words[first : last + 1])


def _words(text: str, locale: str) -> list[Piece]:
    """Return each word with the tokens of the compounds that it ends, as indices have them."""
    found: list[Piece] = []
    for piece in pieces(text, locale):
        if found and found[-1].end == piece.end:
            piece = Piece(piece.start, piece.end, (*found.pop().tokens, *piece.tokens))
        found.append(piece)
    return found


def _occurrences(phrase: Phrase, words: list[Piece]) -> list[tuple[int, int]]:
    return list(occurrences(phrase, [word.tokens for word in words]))


def _stretches(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """What was found, in order; a word within another that is written apart is a part of it."""
    stretches: list[tuple[int, int]] = []
    for start, end in sorted(found):
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
