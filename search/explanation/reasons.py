"""The reasons of a result in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from search.query.explanation import Cause, Explanation, WordFound
from search.query.phrases import Phrase
from search.query.search_query import SearchQuery
from search.query.understanding import Readable

from .pages import ShownPage
from .wording import CAUSES, KINDS, TEXTS, weight_label


@dataclass(frozen=True)
class Place:
    """Where a word is on a page."""

    text: str | Promise
    # How the word is matched, with forms of it that are there.
    ways: Sequence[tuple[str | Promise, list[str]]]
    points: float


@dataclass(frozen=True)
class WordRow:
    """What the page has of a word of the query, or of a phrase that has a synonym."""

    word: str
    # The synonym, other spelling or related term that the page has instead.
    instead: str
    is_synonym: bool
    is_related: bool
    weight: str | Promise
    places: list[Place]


@dataclass(frozen=True)
class Number:
    """A line of the table of points."""

    reason: str | Promise
    text: str | Promise
    points: float


@dataclass(frozen=True)
class Reasons:
    words: list[WordRow]
    missing: list[str]
    notes: list[str | Promise]
    numbers: list[Number]
    score: float


class Explainer:
    """Puts the reasons of all results of a query into words."""

    def __init__(self, query: SearchQuery) -> None:
        self.concepts = query.concepts
        self.readable = Readable(query)
        # What a single word says already, and what is said beside the list.
        self.unsaid = {Cause.WORD, Cause.PROMOTED}
        if len(self.concepts) == 1:
            self.unsaid.add(Cause.COMPLETE)

    def reasons(self, explanation: Explanation, page: ShownPage) -> Reasons:
        words = self._words(explanation, page)
        found = [reason.found for reason in explanation.reasons if reason.found]
        there = {word.concept for word in found if not word.is_related}
        causes = [reason.cause for reason in explanation.reasons]
        return Reasons(
            words=words,
            missing=[
                self.readable.phrase(concept.asked)
                for number, concept in enumerate(self.concepts)
                if number not in there
            ],
            notes=[CAUSES[cause] for cause in causes if cause not in self.unsaid],
            numbers=_numbers(explanation, words),
            score=explanation.score,
        )

    def _words(self, explanation: Explanation, page: ShownPage) -> list[WordRow]:
        grouped: dict[tuple[int, Phrase], list[tuple[WordFound, float]]] = {}
        for reason in explanation.reasons:
            if found := reason.found:
                group = grouped.setdefault((found.concept, found.phrase), [])
                group.append((found, reason.points))
        all_points = sum(points for group in grouped.values() for _, points in group)
        rows = []
        for (concept, phrase), group in sorted(grouped.items()):
            asked = self.concepts[concept].asked
            share = sum(points for _, points in group) / all_points
            rows.append(
                WordRow(
                    word=self.readable.phrase(asked),
                    instead="" if phrase == asked else self.readable.phrase(phrase),
                    is_synonym=phrase in self.readable.synonyms,
                    is_related=group[0][0].is_related,
                    # Of a single word it would say nothing.
                    weight=weight_label(share) if len(grouped) > 1 else "",
                    places=[_place(found, points, page) for found, points in group],
                )
            )
        return rows


def _place(found: WordFound, points: float, page: ShownPage) -> Place:
    # A page that changed since it was indexed may no longer have the word.
    forms = page.forms(found.word, found.text) or {found.kind: []}
    ways = [(KINDS[kind], shown) for kind, shown in forms.items()]
    return Place(TEXTS[found.text], ways, points)


def _numbers(result: Explanation, rows: Sequence[WordRow]) -> list[Number]:
    """Return the points of all reasons, which together are the score."""
    words = [
        Number(row.instead or row.word, place.text, place.points)
        for row in rows
        for place in row.places
    ]
    others = [
        Number(CAUSES[reason.cause], "", reason.points)
        for reason in result.reasons
        if reason.cause is not Cause.WORD
    ]
    return [*words, *others]
