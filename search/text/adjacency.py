"""Finds words side by side in any inflected form, in the tokens of a text."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from .compounds import ways
from .tokens import dates, token
from .word_tokens import COMPOUND, FOLDED_LEMMA, UNCERTAIN, WORD, is_certain, query_word
from .words import words

# Further words are ignored, to limit the cost.
MOST_WORDS = 16


class Run(NamedTuple):
    """Alternative tokens for each word, and how many words may be between them all together."""

    words: tuple[frozenset[str], ...]
    gaps: int = 0


# The ways to write a phrase: “wifi tīkls”, “wi fi tīkls”.
Phrase = tuple[Run, ...]


def adjacent(text: str, locale: str, *, certain: bool = False) -> Phrase:
    """Return the ways to write the words of a text side by side, stop words included.

    With `certain`, a word of the dictionary matches by its lemma and never by its stem, which other
    words share.
    """
    written = [
        tuple(_tokens(word, locale, certain=certain) for word in way[:MOST_WORDS])
        for way in ways(text, locale)
    ]
    runs = [run for way in written for run in _runs(way)]
    if forms := _only(text, locale):
        runs.append(Run((forms,)))
    return tuple(dict.fromkeys(runs))


def groups(stored: str) -> list[list[str]]:
    """Return the tokens of each word of a text as `tokens.index_text` gives them; the word itself
    is the last of its tokens."""
    found: list[list[str]] = [[]]
    for one in stored.split():
        found[-1].append(one)
        if one[0] == WORD:
            found.append([])
    return found[:-1]


def occurrences(phrase: Phrase, words: Sequence[Collection[str]]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last word of each occurrence, in the order of the ways."""
    for run in phrase:
        for start, tokens in enumerate(words):
            if run.words[0].isdisjoint(tokens):
                continue
            end = _end(run, words, start)
            if end is not None:
                yield start, end


def _end(run: Run, words: Sequence[Collection[str]], start: int) -> int | None:
    place, gaps = start, run.gaps
    for wanted in run.words[1:]:
        place += 1
        while gaps and place < len(words) and wanted.isdisjoint(words[place]):
            place, gaps = place + 1, gaps - 1
        if place >= len(words) or wanted.isdisjoint(words[place]):
            return None
    return place


def _only(text: str, locale: str) -> frozenset[str]:
    """Return the tokens of a date or a telephone number that the text consists of."""
    own = {token(WORD, word) for word in words(text, locale)}
    found = (date.tokens for date in dates(text, locale) if own <= date.words)
    return frozenset(chain.from_iterable(found))


def _tokens(word: str, locale: str, *, certain: bool) -> frozenset[str]:
    tokens = frozenset(query_word(word, locale))
    if not certain:
        return tokens
    doubtful = UNCERTAIN | ({FOLDED_LEMMA} if is_certain(tokens) else set())
    sure = frozenset(token for token in tokens if token[0] not in doubtful)
    return sure if any(token[0] not in {WORD, COMPOUND} for token in sure) else tokens


def _runs(words: tuple[frozenset[str], ...]) -> Iterator[Run]:
    """The words themselves; and each of them as a compound in two words, whose tokens are at the
    second: *bezmaksas wifi* in “bezmaksas Wi-Fi”."""
    yield Run(words)
    for place in range(1, len(words)):
        if compound := frozenset(token for token in words[place] if token[0] == COMPOUND):
            yield Run((*words[:place], compound, *words[place + 1 :]), gaps=1)
