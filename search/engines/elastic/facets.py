"""Facets as filters and aggregations: narrowing by what is chosen, and counting."""

from collections.abc import Mapping
from typing import Any

from search.query.facets import facet_names
from search.query.results import FacetCounts
from search.query.search_query import Choices

Clause = dict[str, Any]

MAX_VALUES = 100


def filters(chosen: Choices) -> list[Clause]:
    """The values of one facet are alternatives; every facet must hold."""
    return [
        {"terms": {f"facets.{name}": list(values)}} for name, values in chosen.items() if values
    ]


def aggregations(chosen: Choices) -> dict[str, Clause]:
    """Each facet is counted without its own choice, as in a shop."""
    return {
        name: _counted(name, filters({key: chosen[key] for key in chosen if key != name}))
        for name in facet_names()
    }


def _counted(name: str, others: list[Clause]) -> Clause:
    """A filter costs a third more, also one that lets everything pass."""
    values = {
        "terms": {
            "field": f"facets.{name}",
            "size": MAX_VALUES,
            "order": [{"_count": "desc"}, {"_key": "asc"}],
        }
    }
    return (
        {"filter": {"bool": {"filter": others}}, "aggs": {"values": values}} if others else values
    )


def counts(aggregations: Mapping[str, Any]) -> FacetCounts:
    """From the part of a response that is called so."""
    return {
        name: [
            (bucket["key"], bucket["doc_count"]) for bucket in facet.get("values", facet)["buckets"]
        ]
        for name, facet in aggregations.items()
    }
