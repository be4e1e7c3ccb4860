"""Asks an engine questions with known answers, and says how well it did, by kind of question."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

from ..answers import Answer
from ..question import Question
from .relevance import ndcg, reciprocal_rank, success

Engine = Callable[[Question], Answer]
ALL = "all"


@dataclass(frozen=True)
class Asked:
    text: str
    kind: str
    # Page id → how good an answer it is; 3 is what the person wanted.
    grades: Mapping[int, int]


class Measured(NamedTuple):
    kind: str
    questions: int
    first: float
    among_three: float
    reciprocal_rank: float
    ndcg: float


def measure(engine: Engine, locale: str, questions: Iterable[Asked]) -> list[Measured]:
    """A row for each kind, in the order of their first questions, and one for all."""
    rows: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for asked in questions:
        found = [hit.page_id for hit in engine(Question(asked.text, locale)).hits]
        values = (
            success(found, asked.grades, 1),
            success(found, asked.grades, 3),
            reciprocal_rank(found, asked.grades),
            ndcg(found, asked.grades),
        )
        rows[asked.kind].append(values)
        rows[ALL].append(values)
    kinds = [kind for kind in rows if kind != ALL] + [ALL] * (ALL in rows)
    return [
        Measured(kind, len(rows[kind]), *map(fmean, zip(*rows[kind], strict=True)))
        for kind in kinds
    ]


def table(measured: Iterable[Measured]) -> Iterator[str]:
    """The lines of a table in Markdown."""
    yield "| questions | number | first | in the first 3 | reciprocal rank | nDCG@10 |"
    yield "|---|---|---|---|---|---|"
    for kind, number, *values in measured:
        yield f"| {kind} | {number} | {' | '.join(f'{value:.3f}' for value in values)} |"
