"""What a run found, as a person reads it."""

from itertools import pairwise

from .. import report
from . import calls
from .results import Results
from .targets import judge, times_stock


def text(results: Results) -> str:
    parts = [report.machine(results.machine), _filled(results), _asked(results), _growth(results)]
    parts.append(_spelling(results))
    parts.append(report.targets(judge(results)))
    return "\n\n".join(part for part in parts if part)


def _filled(results: Results) -> str:
    if not results.filled:
        return ""
    return report.table(
        ["the index is filled by", "documents then", "pages taken", "seconds", "pages/s"],
        [
            [
                filled.what,
                f"{filled.documents:,}",
                f"{filled.pages:,}",
                f"{filled.seconds:.1f}",
                f"{filled.pages / filled.seconds:,.0f}",
            ]
            for filled in results.filled
        ],
    )


def _asked(results: Results) -> str:
    if not results.asked:
        return ""
    rows = []
    for found in results.asked:
        ratio = times_stock(results, found)
        crowd, alone = found.crowd, found.alone
        rows.append(
            [
                f"{found.documents:,}",
                found.call,
                found.served_by + (f" ({found.stood_in} failed)" if found.stood_in else ""),
                f"{crowd.per_second:,.1f}",
                f"{ratio:,.1f}" if ratio else "",
                *(f"{figure:.1f}" for figure in (crowd.p50_ms, crowd.p95_ms, crowd.p99_ms)),
                *(f"{figure:.1f}" for figure in (alone.p50_ms, alone.p95_ms)),
                f"{crowd.bytes:,.0f}",
                f"{found.statements:.1f}",
            ]
        )
    header = ["documents", "call", "served by", "req/s", "× stock", "p50 ms", "p95 ms", "p99 ms"]
    return report.table([*header, "p50 alone", "p95 alone", "bytes", "SQL"], rows)


def _spelling(results: Results) -> str:
    found = results.spelling
    if not found:
        return ""
    return report.table(
        ["words to correct to", "p50 ms", "p95 ms", "word meant found", "rows", "MB"],
        [
            [
                f"{found['words']:,.0f}",
                f"{found['p50_ms']:.2f}",
                f"{found['p95_ms']:.2f}",
                f"{found['found']:.1%}",
                f"{found['rows']:,.0f}",
                f"{found['megabytes']:,.0f}",
            ]
        ],
    )


def _growth(results: Results) -> str:
    """How much longer one client waits with more documents."""
    alone = {(found.call, found.served_by, found.documents): found.alone for found in results.asked}
    sizes = sorted({found.documents for found in results.asked})
    steps = list(pairwise(sizes))
    if not steps:
        return ""
    rows = []
    for call, engine in dict.fromkeys((call, engine) for call, engine, _ in alone):
        cells = []
        for few, many in steps:
            below, above = alone.get((call, engine, few)), alone.get((call, engine, many))
            cells.append(f"{above.p50_ms / below.p50_ms:.2f}" if below and above else "")
        if call != calls.SAME_FORM and any(cells):
            rows.append([call, engine, *cells])
    header = ["p50 alone, times", "served by", *(f"{many:,} / {few:,}" for few, many in steps)]
    return report.table(header, rows)
