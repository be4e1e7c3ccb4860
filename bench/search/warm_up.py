"""Asks a server other questions than those that are measured, until it gets no faster.

A Java server compiles what it runs often: in its first minutes Elasticsearch takes several times the
processor time for a query that it takes later, and a cluster runs for months.
"""

from collections.abc import Callable, Sequence

from . import questions
from .calls import search_path
from .walking import walk

# Of each kind of question.
QUESTIONS = 200
# A server is warm if so many walks one after another were not faster by this than the fastest
# before them.
STEADY, FASTER = 3, 1.03
MOST_WALKS = 40


def warm_up(server: str, documents: int, *, seconds: int, connections: int) -> list[float]:
    """Return the requests per second of each walk."""
    paths = [search_path(text, "full") for text in _texts(documents)]
    return until_steady(
        lambda: walk(server, paths, seconds=seconds, connections=connections).per_second
    )


def until_steady(measure: Callable[[], float]) -> list[float]:
    """Return what was measured, until it no longer rises."""
    found: list[float] = []
    while len(found) < MOST_WALKS and not _is_steady(found):
        found.append(measure())
    return found


def _is_steady(rates: Sequence[float]) -> bool:
    earlier, last = rates[:-STEADY], rates[-STEADY:]
    return bool(earlier) and max(last) < FASTER * max(earlier)


def _texts(documents: int) -> list[str]:
    """Questions about one document more are all different ones. Each kind follows the other, so
    that a short walk has all of them."""
    kinds = (questions.frequent, questions.inflected, questions.rare, questions.with_slips)
    return [
        text
        for texts in zip(*(kind(documents + 1, QUESTIONS) for kind in kinds), strict=False)
        for text in texts
    ]
