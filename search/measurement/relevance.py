"""Measures of an order of results, each between 0 and 1.

K. Järvelin, J. Kekäläinen, “Cumulated gain-based evaluation of IR techniques” (2002) for the
cumulated gain; the gain itself is 2^grade - 1, after C. Burges et al., “Learning to rank using
gradient descent” (2005), so that the best page weighs much more than a good one.
E. Voorhees, “The TREC-8 Query Answering Track Report” (1999) for the reciprocal rank.
"""

import math
from collections.abc import Mapping, Sequence

# Page id → how good an answer it is, from 1 to 3.
Grades = Mapping[int, int]


def ndcg(found: Sequence[int], grades: Grades, depth: int = 10) -> float:
    best = _gain(sorted(grades.values(), reverse=True)[:depth])
    return _gain([grades.get(page, 0) for page in found[:depth]]) / best if best else 0.0


def reciprocal_rank(found: Sequence[int], grades: Grades) -> float:
    """Of the first page that has a grade at all."""
    return next((1 / rank for rank, page in enumerate(found, 1) if grades.get(page)), 0.0)


def success(found: Sequence[int], grades: Grades, depth: int) -> float:
    """Whether one of the pages of the highest grade is among the first."""
    best = max(grades.values(), default=0)
    return float(any(best and grades.get(page) == best for page in found[:depth]))


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, 1))
