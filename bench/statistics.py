"""Small sums over measurements."""

from collections.abc import Iterable, Sequence
from statistics import median

from .load import Load


def percentile(values: Iterable[float], percent: float) -> float:
    """The nearest-rank percentile. Raises ValueError without values."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("Nothing was measured.")
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(0, int(rank) - 1)]


def middle(loads: Sequence[Load]) -> Load:
    """The median of each figure over the rounds."""
    return Load(
        median(load.per_second for load in loads),
        median(load.p50_ms for load in loads),
        median(load.p99_ms for load in loads),
    )
