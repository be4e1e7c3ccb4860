"""Queries with relevance judgements: runs them on an engine and measures its results."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

from search.query.results import SearchResults
from search.query.search_query import SearchQuery

from .relevance import ndcg, reciprocal_rank, success

Engine = Callable[[SearchQuery], SearchResults]
ALL = "all"


@dataclass(frozen=True)
class JudgedQuery:
    text: str
    kind: str
    # Page id → grade, from 1 to 3; 3 is what the person wanted.
    grades: Mapping[int, int]


class Measured(NamedTuple):
    kind: str
    queries: int
    first: float
    among_three: float
    reciprocal_rank: float
    ndcg: float


def measure(engine: Engine, locale: str, queries: Iterable[JudgedQuery]) -> list[Measured]:
    """A row for each kind, in the order of their first queries, and one for all."""
    rows: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for judged in queries:
        found = list(engine(SearchQuery(judged.text, locale)).pages)
        values = (
            success(found, judged.grades, 1),
            success(found, judged.grades, 3),
            reciprocal_rank(found, judged.grades),
            ndcg(found, judged.grades),
        )
        rows[judged.kind].append(values)
        rows[ALL].append(values)
    kinds = [kind for kind in rows if kind != ALL] + [ALL] * (ALL in rows)
    return [
        Measured(kind, len(rows[kind]), *map(fmean, zip(*rows[kind], strict=True)))
        for kind in kinds
    ]


def table(measured: Iterable[Measured]) -> Iterator[str]:
    """The lines of a table in Markdown."""
    yield "| queries | number | first | in the first 3 | reciprocal rank | nDCG@10 |"
    yield "|---|---|---|---|---|---|"
    for kind, number, *values in measured:
        yield f"| {kind} | {number} | {' | '.join(f'{value:.3f}' for value in values)} |"
