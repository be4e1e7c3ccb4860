"""What a run found, as a person reads it."""

from itertools import pairwise

from .. import report
from . import calls
from .results import Asked, Results
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
    """Questions asked for the first time on the left, the same asked again on the right."""
    if not results.asked:
        return ""
    header = ["documents", "call", "served by"]
    header += ["first: req/s", "× stock", "p50 ms", "p95 ms", "p99 ms", "p50 alone", "p95 alone"]
    header += ["took p50", "took p95", "requests", "SQL"]
    header += ["again: req/s", "× stock", "p50 ms", "p95 ms", "bytes"]
    return report.table(header, (_row(results, found) for found in results.asked))


def _row(results: Results, found: Asked) -> list[str]:
    first, alone, again, took = found.crowd, found.alone, found.repeated, found.took
    return [
        f"{found.documents:,}",
        found.call,
        found.served_by + (f" ({found.stood_in} failed)" if found.stood_in else ""),
        _rate(first.per_second),
        _rate(times_stock(results, found)),
        *map(_ms, (first.p50_ms, first.p95_ms, first.p99_ms, alone.p50_ms, alone.p95_ms)),
        *map(_ms, (took.p50_ms, took.p95_ms, took.requests) if took else (None, None, None)),
        f"{found.statements:.1f}",
        _rate(again.per_second if again else None),
        _rate(times_stock(results, found, again=True)),
        *map(_ms, (again.p50_ms, again.p95_ms) if again else (None, None)),
        f"{first.bytes:,.0f}",
    ]


def _rate(figure: float | None) -> str:
    return "" if figure is None else f"{figure:,.1f}"


def _ms(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.1f}"


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
