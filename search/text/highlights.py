"""Highlights matches as safe HTML, the same for every engine.

Matches are determined by tokens, so that both engines highlight the same words. Highlights cover
whole words with their combining characters.
"""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .adjacency import Phrase, occurrences
from .document_texts import BETWEEN_FILES
from .normalisation import JOINERS, MARKS
from .offsets import Offsets, Span, first_in_files
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
    # The tokens of each word that is asked for, with its synonyms.
    words: tuple[frozenset[str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tokens or self.phrases)

    @property
    def as_one(self) -> frozenset[str]:
        """The tokens of dates, numbers and compounds that are all of what is in quotes: only the
        last word of what is written as several has the token."""
        runs = (run for phrase in self.phrases for run in phrase if len(run.words) == 1)
        return frozenset(token for run in runs for token in run.words[0] if token[0] == COMPOUND)


class Found(NamedTuple):
    """What to mark in a text, and where its excerpt begins: words side by side before others."""

    # In order; some may overlap.
    spans: Sequence[Span]
    first: int


def found_at(spans: Sequence[Span]) -> Found:
    return Found(spans, spans[0].start if spans else 0)


def found_in(text: str, wanted: Wanted, locale: str) -> Found:
    """Tokenise a normalised text."""
    written = list(pieces(text, locale))
    tokens = wanted.tokens | wanted.as_one
    found = found_at(
        sorted({Span(one.start, one.end) for one in written if not tokens.isdisjoint(one.tokens)})
    )
    if not wanted.phrases:
        return found
    words = _words(written)
    runs = [
        words[first : last + 1]
        for phrase in wanted.phrases
        for first, last in _occurrences(phrase, words)
    ]
    side_by_side = [Span(word.start, word.end) for run in runs for word in run]
    return Found(sorted({*found.spans, *side_by_side}), runs[0][0].start if runs else found.first)


def highlight(text: str, found: Found) -> str:
    """Return the text as safe HTML with what was found in `<mark>`."""
    return _marked(text, 0, len(text), found.spans)


def excerpt(text: str, found: Found) -> str:
    """Return about `EXCERPT` characters around the first match, highlighted."""
    start, end = _window(text, found.first)
    shown = _marked(text, start, end, found.spans)
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


def _marked(text: str, start: int, end: int, found: Iterable[Span]) -> str:
    """Return a part of the text as safe HTML with what was found in it in `<mark>`."""
    parts: list[str] = []
    for first, last in _stretches(found):
        if start <= first and last <= end:
            parts += [
                html.escape(text[start:first]),
                f"{MARK}{html.escape(text[first:last])}</mark>",
            ]
            start = last
    return "".join([*parts, html.escape(text[start:end])])


def file_excerpt(
    files: str, offsets: Offsets, wanted: Wanted, locale: str
) -> tuple[str, str] | None:
    """Return the title of the file with most of the words, and an excerpt where most of them are
    close together, as far as they are there for the first time; or None.

    `files` and their `offsets` are as in `search.models.SearchEntry`.
    """
    texts = [file.partition("\n")[::2] for file in files.split(BETWEEN_FILES)]
    if wanted.phrases:
        for title, text in texts:
            found = found_in(text, wanted, locale)
            if found.spans:
                return title, excerpt(text, found)
        return None
    files_with = first_in_files(offsets, wanted.words or [wanted.tokens])
    if not files_with:
        return None
    number = max(sorted(files_with), key=lambda file: len(files_with[file]))
    title, text = texts[number]
    first = _where_most_are(sorted(files_with[number].values()))
    start, end = _window(text, first)
    shown = found_in(text[start:end], wanted, locale).spans
    return title, excerpt(text, Found([span.moved(start) for span in shown], first))


def _where_most_are(places: Sequence[int]) -> int:
    """Return the place behind which an excerpt shows most of the others."""
    shown = EXCERPT - EXCERPT // 3
    return max(places, key=lambda place: sum(place <= other < place + shown for other in places))


def has_phrases(text: str, wanted: Wanted, locale: str) -> bool:
    """Whether the text has all that must be side by side."""
    if not wanted.phrases:
        return True
    words = _words(pieces(text, locale))
    return all(_occurrences(phrase, words) for phrase in wanted.phrases)


def _words(written: Iterable[Piece]) -> list[Piece]:
    """Return each word with the tokens of the compounds that it ends, as indices have them."""
    found: list[Piece] = []
    for piece in written:
        if found and found[-1].end == piece.end:
            piece = Piece(piece.start, piece.end, (*found.pop().tokens, *piece.tokens))
        found.append(piece)
    return found


def _occurrences(phrase: Phrase, words: list[Piece]) -> list[tuple[int, int]]:
    return list(occurrences(phrase, [word.tokens for word in words]))


def _stretches(found: Iterable[Span]) -> list[tuple[int, int]]:
    """What was found; a word within another that is written apart is a part of it."""
    stretches: list[tuple[int, int]] = []
    for start, end in found:
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
