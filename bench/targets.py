"""What the API holds itself to, judged from what a run found."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from . import calls
from .results import Results


@dataclass(frozen=True)
class Judged:
    name: str
    wanted: str
    found: str
    # None if nothing was measured that says it.
    reached: bool | None


def judge(results: Results) -> list[Judged]:
    """Of the parts that were measured."""
    return [
        *_loads(results),
        *_queries(results),
        *_publishing(results),
        *_exports(results),
        *_latencies(results),
    ]


def _loads(results: Results) -> Iterator[Judged]:
    rates = {(found.call, found.subject): found.load.per_second for found in results.loads}
    for name, above, below, wanted in (
        ("list: times stock v2", (calls.LIST, calls.KEPT), (calls.LIST, calls.V2), 130),
        ("item: times stock v2", (calls.ITEM, calls.KEPT), (calls.ITEM, calls.V2), 20),
        (
            "304: times an item from memory",
            (calls.ITEM_304, calls.KEPT),
            (calls.ITEM, calls.MEMORY),
            0.6,
        ),
        *(
            (f"{call}, {name}: times stock templates", (call, subject), (call, calls.TEMPLATES), to)
            for call in (calls.PAGES, calls.PAGE)
            for name, subject, to in (("uncached", calls.SITE_MADE, 3), ("cached", calls.SITE, 30))
        ),
    ):
        if above in rates and below in rates:
            ratio = rates[above] / rates[below]
            yield Judged(name, f"≥ {wanted:g}", f"{ratio:.2f}", ratio >= wanted)


LIMITS = {
    calls.ITEM: 2,
    calls.ITEM_304: 2,
    calls.LIST: 3,
    calls.LIST_304: 3,
    calls.CHANGES: 3,
    calls.PAGES: 3,
    calls.PAGE: 3,
}


def _queries(results: Results) -> Iterator[Judged]:
    for found in results.queries:
        if found.subject in (calls.KEPT, calls.SITE):
            limit = LIMITS[found.call]
            yield Judged(
                f"{found.call}: queries cold, warm",
                f"≤ {limit}, 1",
                f"{found.cold:g}, {found.warm:g}",
                found.cold <= limit and found.warm <= 1,
            )


def _publishing(results: Results) -> Iterator[Judged]:
    if results.publishing:
        ratio = median(results.publishing["product"]) / median(results.publishing["stock"])
        yield Judged("publishing: times stock", "≤ 1.5", f"{ratio:.2f}", ratio <= 1.5)


CONSTANT_MEGABYTES = 16


def _exports(results: Results) -> Iterator[Judged]:
    if results.exports:
        largest = max(results.exports, key=lambda found: found.documents)
        grown = largest.grown_megabytes
        yield Judged(
            f"export of {largest.documents:,}: memory grows by MB",
            f"≤ {CONSTANT_MEGABYTES}",
            f"{grown:.1f} of {largest.megabytes:.0f}",
            grown <= CONSTANT_MEGABYTES,
        )


def _latencies(results: Results) -> Iterator[Judged]:
    sizes = sorted({found.documents for found in results.latencies})
    if len(sizes) < 2:
        return
    by_size = {(found.call, found.documents): found for found in results.latencies}
    for call in dict.fromkeys(found.call for found in results.latencies):
        few, many = by_size[call, sizes[0]], by_size[call, sizes[-1]]
        made, kept = many.made_ms / few.made_ms, many.kept_ms / few.kept_ms
        yield Judged(
            f"{call}: {sizes[-1]:,} to {sizes[0]:,} documents, uncached, cached",
            "≤ 1.3",
            f"{made:.2f}, {kept:.2f}",
            max(made, kept) <= 1.3,
        )
