"""Why each result is where it is, as explained by every engine."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from search.text.tokens import MOST_CERTAIN_FIRST

from .expansion import Concept
from .phrases import Phrase, Word
from .results import SearchResults


class Cause(StrEnum):
    # A word of the query is in one of the texts.
    WORD = "word"
    # The page has every word of the query.
    COMPLETE = "complete"
    # The page has the query as it was typed.
    PHRASE = "phrase"
    # Two words of the query are side by side, in any form.
    ADJACENT = "adjacent"
    # The page lacks some of the words.
    INCOMPLETE = "incomplete"
    # The page is old, and of a type that ages.
    AGE = "age"
    # Editors put it first.
    PROMOTED = "promoted"
    OTHER = "other"


@dataclass(frozen=True)
class WordFound:
    """A word in one of the texts of a page."""

    # The place of its concept in the query; of a related term, of the first that it is related to.
    concept: int
    # What of the concept has the word: what was asked for, a synonym or a related term.
    phrase: Phrase
    word: Word
    # The name of the text, as in the boosts.
    text: str
    # The most precise kind of token that both have, see `search.text.tokens`.
    kind: str
    # Whether it is a related term, so that the concept itself may be missing.
    is_related: bool = False


@dataclass(frozen=True)
class Reason:
    cause: Cause
    # Its part of the score; negative if it takes away from it.
    points: float
    # Only with Cause.WORD.
    found: WordFound | None = None


@dataclass(frozen=True)
class Explanation:
    """The points of all reasons together are the score."""

    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class ExplainedResults:
    results: SearchResults
    # By the id of the page, for each of the hits.
    explanations: dict[int, Explanation]


def phrase_with(concept: Concept, token: str) -> tuple[Phrase, Word] | None:
    """Return the phrase and the word that a token stands for, what was asked for before
    synonyms."""
    for phrase in (concept.asked, *concept.synonyms):
        for word in phrase:
            if token in word:
                return phrase, word
    return None


def most_precise(kinds: Iterable[str]) -> str:
    return min(kinds, key=MOST_CERTAIN_FIRST.index)


def merged(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Add up reasons with the same cause and, of words, the same text; the most points first."""
    together: dict[tuple[object, ...], Reason] = {}
    for reason in reasons:
        found = reason.found
        key = (reason.cause, found and (found.concept, found.phrase, found.word, found.text))
        before = together.get(key)
        if before is None:
            together[key] = reason
            continue
        if found and before.found:
            found = replace(found, kind=most_precise((found.kind, before.found.kind)))
        together[key] = replace(before, points=before.points + reason.points, found=found)
    return tuple(sorted(together.values(), key=lambda reason: -reason.points))
