"""Facets as shops count them: a facet's own choice does not shrink its own counts."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..question import FACETS, Choices

Query = dict[str, Any]

MOST_VALUES = 100


def filters(chosen: Choices) -> list[Query]:
    """Within a facet any of its values will do; every facet must hold."""
    return [
        {"terms": {f"facets.{name}": list(values)}} for name, values in chosen.items() if values
    ]


def aggregations(chosen: Choices, names: Sequence[str] = FACETS) -> dict[str, Query]:
    return {
        name: _counted(name, filters({key: chosen[key] for key in chosen if key != name}))
        for name in names
    }


def _counted(name: str, others: list[Query]) -> Query:
    """A filter costs a third more, also one that lets everything pass."""
    values = {
        "terms": {
            "field": f"facets.{name}",
            "size": MOST_VALUES,
            "order": [{"_count": "desc"}, {"_key": "asc"}],
        }
    }
    return (
        {"filter": {"bool": {"filter": others}}, "aggs": {"values": values}} if others else values
    )


def counts(answer: Mapping[str, Any]) -> dict[str, list[tuple[str, int]]]:
    """What the aggregations found: values with their counts, most frequent first."""
    return {
        name: [
            (bucket["key"], bucket["doc_count"]) for bucket in facet.get("values", facet)["buckets"]
        ]
        for name, facet in answer.items()
    }
