"""What a case study says to search engines: an article, with its outcomes as observations."""

from collections.abc import Iterator

from django.utils.translation import gettext

from govlab.core.structured_data import Node, article, files, identified, node, picture

from .outcomes import Outcome
from .schemas import CaseDocument


def structured_data(document: CaseDocument) -> Iterator[Node]:
    observations = [
        observed
        for number, outcome in enumerate(document.outcomes, 1)
        for observed in _observations(document, outcome, number)
    ]
    yield article(
        document,
        "Article",
        temporalCoverage=_period(document),
        mentions=[*observations, *(_method(link.url, link.title) for link in document.methods)],
        associatedMedia=[
            *(image for item in document.gallery if (image := picture(item.image))),
            *files(document.documents),
        ],
    )


def _observations(document: CaseDocument, outcome: Outcome, number: int) -> Iterator[Node]:
    """Yield what was measured before and after; before only if it was."""
    for name, label, value in (
        ("before", gettext("Before"), outcome.before),
        ("after", gettext("After"), outcome.after),
    ):
        if value is not None:
            yield identified(f"outcome-{number}-{name}", document.url) | node(
                "Observation",
                name=f"{outcome.metric}: {label.lower()}",
                variableMeasured=outcome.metric,
                value=value,
                unitText=outcome.unit,
                measurementMethod=outcome.source,
                observationAbout=identified("content", document.url),
            )


def _method(url: str, title: str) -> Node:
    return identified("content", url) | node("HowTo", name=title, url=url)


def _period(document: CaseDocument) -> str:
    """Return an interval in ISO 8601, open while the work continues; empty if it is not known."""
    start, end = document.period.start, document.period.end
    return f"{start.isoformat()}/{end.isoformat() if end else '..'}" if start else ""
