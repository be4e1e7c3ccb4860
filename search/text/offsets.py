"""Where the tokens of a text are in it, in characters: written when a page is indexed, so that what
a query found is highlighted without tokenising texts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .document_texts import BETWEEN_FILES
from .places import written
from .tokens import pieces

# Token → the numbers that are stored for it, in pairs.
Offsets = Mapping[str, Sequence[int]]


class Span(NamedTuple):
    start: int
    end: int

    def moved(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)


def offsets_of(text: str, locale: str) -> dict[str, str]:
    """Return what is stored for a text as in `search.models.SearchEntry`: the start and the end of
    each of a token's words. Its title and the rest are texts of their own."""
    found: dict[str, list[int]] = defaultdict(list)
    title, _, rest = text.partition("\n")
    for start, part in ((0, title), (len(title) + 1, rest)):
        for piece in pieces(part, locale):
            for token in dict.fromkeys(piece.tokens):
                found[token] += (start + piece.start, start + piece.end)
    return written(found)


def file_offsets_of(files: str, locale: str) -> dict[str, str]:
    """Return what is stored for files as in `SearchEntry`: the number of each file that has a
    token, and where the token is there for the first time."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, file in enumerate(files.split(BETWEEN_FILES) if files else ()):
        first: dict[str, int] = {}
        for piece in pieces(file.partition("\n")[2], locale):
            for token in piece.tokens:
                first.setdefault(token, piece.start)
        for token, start in first.items():
            found[token] += (number, start)
    return written(found)


def spans(offsets: Offsets, tokens: Iterable[str]) -> list[Span]:
    """Return where the tokens are in a text, in order, from what is stored for it."""
    return sorted({Span(*pair) for token in tokens for pair in _pairs(offsets, token)})


def within(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """Return those within a part of the text, where they are in that part."""
    return [span.moved(-start) for span in spans if start <= span.start and span.end <= end]


def first_in_files(offsets: Offsets, words: Iterable[Iterable[str]]) -> dict[int, dict[int, int]]:
    """Return where each of the words is first in each file that has some, by the numbers of the
    file and of the word, from what is stored for files. `words` are their tokens."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for number, tokens in enumerate(words):
        for file, start in (pair for token in tokens for pair in _pairs(offsets, token)):
            found[file][number] = min(start, found[file].get(number, start))
    return found


def _pairs(offsets: Offsets, token: str) -> Iterator[tuple[int, int]]:
    stored = offsets.get(token, ())
    return zip(stored[::2], stored[1::2], strict=True)
