"""What a method says to search engines: how to apply it, step by step."""

from collections.abc import Iterator

from govlab.core.structured_data import Node, article, files, identified, node, picture

from .choices import DurationUnit
from .method_schemas import Duration, MethodDocument

# Designators of durations in ISO 8601.
_DURATIONS = {
    DurationUnit.MINUTES: "PT{}M",
    DurationUnit.HOURS: "PT{}H",
    DurationUnit.DAYS: "P{}D",
    DurationUnit.WEEKS: "P{}W",
}


def structured_data(document: MethodDocument) -> Iterator[Node]:
    """Without the headline, which a HowTo has as its name."""
    steps = [
        identified(f"step-{number}", document.url)
        | node(
            "HowToStep",
            position=number,
            name=step.title,
            text=step.text,
            image=picture(step.image),
        )
        for number, step in enumerate(document.steps, 1)
    ]
    yield article(
        document,
        "HowTo",
        headline=None,
        name=document.title,
        description=document.purpose or document.summary,
        totalTime=_iso(document.duration),
        educationalLevel=str(document.difficulty.label),
        step=steps,
        associatedMedia=files(document.materials),
        isBasedOn=[
            node(
                "CreativeWork",
                name=source.title,
                url=source.url,
                publisher=node("Organization", name=source.publisher) if source.publisher else None,
            )
            for source in document.sources
        ],
    )


def _iso(duration: Duration) -> str:
    """Return the longest duration, for who plans by it; empty if it is not known."""
    longest = duration.max or duration.min
    return _DURATIONS[duration.unit].format(longest) if longest else ""
