"""What search holds itself to, judged from what a run found. What it did not measure is named."""

from collections.abc import Callable, Iterator

from ..targets import Judged
from . import calls
from .results import Asked, Results

# Full results to a question asked for the first time, against stock's; of 1,000 documents.
TIMES_STOCK = {calls.ELASTICSEARCH: 20, calls.DATABASE: 10}
FEW, MANY, MOST = 1_000, 10_000, 100_000
# The slowest twentieth, asked by one client: engine → documents, milliseconds.
SLOWEST = {calls.ELASTICSEARCH: (MOST, 60), calls.DATABASE: (MANY, 120)}
# What we may add to Elasticsearch's own `took`: times, and milliseconds.
TIMES_TOOK, ADDED_MS = 1.5, 5
# How much longer a hundred times the documents may take Elasticsearch.
GROWTH = 1.5
SUGGEST_MS = 50
ENGINES = calls.ENGINES
NOT_MEASURED = "–"


def judge(results: Results) -> list[Judged]:
    return [
        *(_throughput(results, engine) for engine in ENGINES),
        *(_slowest(results, engine) for engine in ENGINES),
        *_beside_took(results),
        _growth(results),
        *(_suggestions(results, engine) for engine in ENGINES),
    ]


def times_stock(results: Results, found: Asked, *, again: bool = False) -> float | None:
    """How many times the requests a second of stock, for the first time or `again`; None where
    stock was not asked."""
    stock = _found(results, found.documents, found.call, calls.STOCK)
    ours = found.repeated if again else found.crowd
    return ours.per_second / stock.crowd.per_second if stock and ours else None


def _throughput(results: Results, engine: str) -> Judged:
    asked = _found(results, FEW, calls.SAME_FORM, engine)
    return _judged(
        f"{engine}, {FEW:,} documents: times stock's search",
        times_stock(results, asked) if asked else None,
        TIMES_STOCK[engine],
        at_least=True,
    )


def _slowest(results: Results, engine: str) -> Judged:
    documents, limit = SLOWEST[engine]
    asked = _found(results, documents, calls.FULL, engine)
    name = f"{engine}, {documents:,} documents: 20 full results, p95 alone, ms"
    return _judged(name, asked.alone.p95_ms if asked else None, limit)


def _beside_took(results: Results) -> Iterator[Judged]:
    """For each number of documents, or once to say that it was not measured."""
    name = "elasticsearch, {:,} documents: 20 full results, {} alone, ms; 1.5 × took + 5"
    figures: list[tuple[str, Callable[[Asked], tuple[float, float]]]] = [
        ("p50", lambda asked: (asked.alone.p50_ms, asked.took.p50_ms if asked.took else 0)),
        ("p95", lambda asked: (asked.alone.p95_ms, asked.took.p95_ms if asked.took else 0)),
    ]
    measured = [
        asked
        for asked in results.asked
        if (asked.call, asked.served_by) == (calls.FULL, calls.ELASTICSEARCH)
        and asked.documents in (FEW, MANY, MOST)
        and asked.took
    ]
    for asked in measured:
        for label, figure in figures:
            ours, took = figure(asked)
            yield _judged(name.format(asked.documents, label), ours, TIMES_TOOK * took + ADDED_MS)
    if not measured:
        yield _judged(name.format(FEW, "p50"), None, ADDED_MS)


def _growth(results: Results) -> Judged:
    few, most = (
        _found(results, documents, calls.FULL, calls.ELASTICSEARCH) for documents in (FEW, MOST)
    )
    grown = most.alone.p50_ms / few.alone.p50_ms if few and most else None
    name = f"elasticsearch, {MOST:,} to {FEW:,} documents: 20 full results, p50 alone, times"
    return _judged(name, grown, GROWTH)


def _suggestions(results: Results, engine: str) -> Judged:
    asked = _found(results, MANY, calls.SUGGEST, engine)
    name = f"{engine}, {MANY:,} documents: suggestions, p95 ms"
    return _judged(name, asked.crowd.p95_ms if asked else None, SUGGEST_MS)


def _found(results: Results, documents: int, call: str, served_by: str) -> Asked | None:
    for asked in results.asked:
        if (asked.documents, asked.call, asked.served_by) == (documents, call, served_by):
            return asked
    return None


def _judged(name: str, found: float | None, limit: float, *, at_least: bool = False) -> Judged:
    wanted = f"{'≥' if at_least else '≤'} {limit:g}"
    if found is None:
        return Judged(name, wanted, NOT_MEASURED, None)
    reached = found >= limit if at_least else found <= limit
    return Judged(name, wanted, f"{found:.1f}", reached)
