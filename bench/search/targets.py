"""What search holds itself to, judged from what a run found."""

from collections.abc import Iterator

from ..targets import Judged
from . import calls
from .results import Asked, Results

TIMES_STOCK = 20
SUGGEST_DOCUMENTS, SUGGEST_MS = 10_000, 50


def judge(results: Results) -> list[Judged]:
    return [
        *(judged for found in results.asked for judged in _throughput(results, found)),
        *(judged for found in results.asked for judged in _suggestions(found)),
    ]


def times_stock(results: Results, found: Asked) -> float | None:
    """How many times the requests a second of stock; None where stock was not asked."""
    for other in results.asked:
        place = (other.documents, other.call, other.served_by)
        if place == (found.documents, found.call, calls.STOCK):
            return found.crowd.per_second / other.crowd.per_second
    return None


def _throughput(results: Results, found: Asked) -> Iterator[Judged]:
    ratio = times_stock(results, found)
    if ratio and found.served_by != calls.STOCK:
        yield Judged(
            f"{found.served_by}, {found.documents:,} documents: times stock's search",
            f"≥ {TIMES_STOCK}",
            f"{ratio:.1f}",
            ratio >= TIMES_STOCK,
        )


def _suggestions(found: Asked) -> Iterator[Judged]:
    if found.call == calls.SUGGEST and found.documents == SUGGEST_DOCUMENTS:
        slow = found.crowd.p95_ms
        yield Judged(
            f"{found.served_by}, {found.documents:,} documents: suggestions, p95 ms",
            f"≤ {SUGGEST_MS}",
            f"{slow:.1f}",
            slow <= SUGGEST_MS,
        )
