"""What a run found, as a person reads it."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from . import calls
from .results import Results
from .targets import Judged, judge

SAID = {True: "reached", False: "MISSED", None: "not measured"}


def text(results: Results) -> str:
    parts = [machine(results.machine), _loads(results), _queries(results)]
    parts += [_publishing(results), _scale(results), _exports(results), targets(judge(results))]
    return "\n\n".join(part for part in parts if part)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table whose columns stand under each other."""
    lines = [header, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    shown = [
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    ]
    return "\n".join(
        [shown[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *shown[1:]]
    )


def machine(found: Mapping[str, str | int]) -> str:
    return ", ".join(f"{name} {value}" for name, value in found.items())


def _loads(results: Results) -> str:
    if not results.loads:
        return ""
    base = {
        loaded.call: loaded.load.per_second
        for loaded in results.loads
        if loaded.subject in (calls.V2, calls.TEMPLATES)
    }
    return table(
        ["call", "served by", "req/s", "× stock", "p50 ms", "p99 ms", "bytes"],
        [
            [
                loaded.call,
                loaded.subject,
                f"{loaded.load.per_second:,.1f}",
                f"{loaded.load.per_second / base[loaded.call]:,.1f}" if loaded.call in base else "",
                f"{loaded.load.p50_ms:.2f}",
                f"{loaded.load.p99_ms:.2f}",
                f"{loaded.bytes:,}",
            ]
            for loaded in results.loads
        ],
    )


def _queries(results: Results) -> str:
    if not results.queries:
        return ""
    return table(
        ["call", "served by", "queries cold", "queries warm"],
        [
            [found.call, found.subject, f"{found.cold:g}", f"{found.warm:g}"]
            for found in results.queries
        ],
    )


def _publishing(results: Results) -> str:
    if not results.publishing:
        return ""
    return table(
        ["publishing a page with 20 dependents", "median ms", "fastest ms", "slowest ms"],
        [
            [name, *(f"{1000 * figure(times):.0f}" for figure in (median, min, max))]
            for name, times in results.publishing.items()
        ],
    )


def _scale(results: Results) -> str:
    if not results.latencies:
        return ""
    return table(
        ["call, one client", "documents", "p50 ms, uncached", "p50 ms, cached"],
        [
            [found.call, f"{found.documents:,}", f"{found.made_ms:.2f}", f"{found.kept_ms:.2f}"]
            for found in sorted(results.latencies, key=lambda found: (found.call, found.documents))
        ],
    )


def _exports(results: Results) -> str:
    if not results.exports:
        return ""
    return table(
        ["export of documents", "MB", "seconds", "worker grew by MB"],
        [
            [
                f"{found.documents:,}",
                f"{found.megabytes:.1f}",
                f"{found.seconds:.2f}",
                f"{found.grown_megabytes:.1f}",
            ]
            for found in results.exports
        ],
    )


def targets(judged: Sequence[Judged]) -> str:
    return (
        table(
            ["target", "wanted", "found", ""],
            [[found.name, found.wanted, found.found, SAID[found.reached]] for found in judged],
        )
        if judged
        else ""
    )
