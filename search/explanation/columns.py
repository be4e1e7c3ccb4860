"""The results of each engine with their reasons, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.functional import Promise

from search.query.expansion import Phrase
from search.query.explanation import Cause, ExplainedResults, Explanation, WordFound
from search.query.search_query import SearchQuery
from search.query.understanding import Readable

from .pages import ShownPage
from .wording import CAUSES, ENGINES, TEXTS, kind_label, weight_label


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
    # The synonym or other spelling that the page has instead.
    instead: str
    is_synonym: bool
    weight: str | Promise
    places: list[Place]


@dataclass(frozen=True)
class Number:
    """A line of the table of points."""

    reason: str | Promise
    text: str | Promise
    points: float


@dataclass(frozen=True)
class Result:
    position: int
    page: ShownPage
    promoted: bool
    words: list[WordRow]
    missing: list[str]
    notes: list[str | Promise]
    numbers: list[Number]
    score: float
    # Its position in the other engine: 0 if it is not among the results there, None if there is no
    # other engine.
    elsewhere: int | None

    @property
    def differs(self) -> bool:
        return self.elsewhere not in (None, self.position)


@dataclass(frozen=True)
class Column:
    engine: str
    label: str | Promise
    # None if the engine does not respond.
    results: list[Result] | None
    total: int = 0
    partial: bool = False


def columns(
    query: SearchQuery,
    engines: Mapping[str, ExplainedResults | None],
    pages: Mapping[int, ShownPage],
) -> list[Column]:
    orders = {name: _order(found, pages) for name, found in engines.items() if found}
    made = []
    for name, found in engines.items():
        if found is None:
            made.append(Column(name, ENGINES[name], None))
            continue
        others = [order for other, order in orders.items() if other != name]
        result = partial(_result, query=query, found=found, pages=pages, others=others)
        results = [result(place, pk) for place, pk in enumerate(orders[name], start=1)]
        total, incomplete = found.results.total, found.results.partial
        made.append(Column(name, ENGINES[name], results, total, incomplete))
    return made


def differing(made: Sequence[Column]) -> int | None:
    """Return the number of pages whose place differs; None if no two engines found anything."""
    found = [column.results for column in made if column.results is not None]
    if len(found) < 2 or not any(found):
        return None
    return len({result.page.path for results in found for result in results if result.differs})


def _order(found: ExplainedResults, pages: Mapping[int, ShownPage]) -> list[int]:
    """A page that was withdrawn since it was indexed is not shown to readers either."""
    ids = [hit.page_id for hit in found.results.hits]
    return [pk for pk in ids if pk in pages and pk in found.explanations]


def _result(
    place: int,
    pk: int,
    *,
    query: SearchQuery,
    found: ExplainedResults,
    pages: Mapping[int, ShownPage],
    others: Sequence[list[int]],
) -> Result:
    explanation, page, readable = found.explanations[pk], pages[pk], Readable(query)
    words = _words(query, explanation, page, readable)
    unsaid = {Cause.WORD, Cause.PROMOTED}
    if len(query.concepts) == 1:
        unsaid.add(Cause.COMPLETE)
    there = {reason.found.concept for reason in explanation.reasons if reason.found}
    return Result(
        position=place,
        page=page,
        promoted=pk in query.promoted,
        words=words,
        missing=[
            readable.phrase(concept.asked)
            for number, concept in enumerate(query.concepts)
            if number not in there
        ],
        notes=[
            CAUSES[reason.cause] for reason in explanation.reasons if reason.cause not in unsaid
        ],
        numbers=_numbers(explanation, words),
        score=explanation.score,
        elsewhere=_position(pk, others[0]) if others else None,
    )


def _position(pk: int, order: list[int]) -> int:
    return order.index(pk) + 1 if pk in order else 0


def _words(
    query: SearchQuery, explanation: Explanation, page: ShownPage, readable: Readable
) -> list[WordRow]:
    grouped: dict[tuple[int, Phrase], list[tuple[WordFound, float]]] = {}
    for reason in explanation.reasons:
        if found := reason.found:
            group = grouped.setdefault((found.concept, found.phrase), [])
            group.append((found, reason.points))
    all_points = sum(points for group in grouped.values() for _, points in group)
    rows = []
    for (concept, phrase), group in sorted(grouped.items()):
        asked = query.concepts[concept].asked
        share = sum(points for _, points in group) / all_points
        rows.append(
            WordRow(
                word=readable.phrase(asked),
                instead="" if phrase == asked else readable.phrase(phrase),
                is_synonym=phrase in readable.synonyms,
                # Of a single word it would say nothing.
                weight=weight_label(share) if len(grouped) > 1 else "",
                places=[_place(found, points, page) for found, points in group],
            )
        )
    return rows


def _place(found: WordFound, points: float, page: ShownPage) -> Place:
    # A page that changed since it was indexed may no longer have the word.
    forms = page.forms(found.word, found.text) or {found.kind: []}
    ways = [(kind_label(kind, page.locale), shown) for kind, shown in forms.items()]
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
