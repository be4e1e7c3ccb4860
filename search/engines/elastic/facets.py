"""Facets as filters and aggregations."""

from collections.abc import Iterable, Mapping
from typing import Any

from search.query.facets import facet_names
from search.query.results import FacetCounts
from search.query.search_query import Choices

from .mapping import FACET_VALUES

Clause = dict[str, Any]

MAX_VALUES = 100
# All values of all facets are counted by one aggregation, as many as a language ever has.
EVERY, MOST_OF_ALL = "every", 5_000
# Counts the matching pages regardless of facets.
MATCHING = "matching"


def filters(chosen: Choices) -> list[Clause]:
    """The values of one facet are alternatives; every facet must hold."""
    return [
        {"terms": {f"facets.{name}": list(values)}} for name, values in chosen.items() if values
    ]


def aggregations(chosen: Choices) -> dict[str, Clause]:
    """Count the values of each facet, ignoring the choices within the same facet."""
    if not any(chosen.values()):
        return {EVERY: _terms(FACET_VALUES, MOST_OF_ALL)}
    return {
        name: _counted(name, filters({key: chosen[key] for key in chosen if key != name}))
        for name in facet_names()
    }


def matching_aggregation(chosen: Choices) -> dict[str, Clause]:
    """Count the pages that match the query, where the total counts those that are chosen."""
    return {MATCHING: {"filter": {"match_all": {}}}} if any(chosen.values()) else {}


def _counted(name: str, others: list[Clause]) -> Clause:
    """Filter only if there are other choices: even a filter that matches all is slower."""
    values = _terms(f"facets.{name}", MAX_VALUES)
    return (
        {"filter": {"bool": {"filter": others}}, "aggs": {"values": values}} if others else values
    )


def _terms(field: str, size: int) -> Clause:
    order = [{"_count": "desc"}, {"_key": "asc"}]
    return {"terms": {"field": field, "size": size, "order": order}}


def as_term(name: str, value: str) -> str:
    """Return a value of a facet as `FACET_VALUES` has it. Names of facets are identifiers."""
    return f"{name}={value}"


def counts(aggregations: Mapping[str, Any]) -> FacetCounts:
    """Parse the `aggregations` of a response."""
    if EVERY in aggregations:
        return _by_facet(aggregations[EVERY]["buckets"])
    return {
        name: [
            (bucket["key"], bucket["doc_count"]) for bucket in facet.get("values", facet)["buckets"]
        ]
        for name, facet in aggregations.items()
        if name != MATCHING
    }


def _by_facet(buckets: Iterable[Mapping[str, Any]]) -> FacetCounts:
    found: FacetCounts = {name: [] for name in facet_names()}
    for bucket in buckets:
        name, _, value = bucket["key"].partition("=")
        if len(found[name]) < MAX_VALUES:
            found[name].append((value, bucket["doc_count"]))
    return found


def matching(response: Mapping[str, Any]) -> int:
    """Return how many pages match the query, whatever is chosen."""
    counted = response.get("aggregations", {}).get(MATCHING)
    count: int = counted["doc_count"] if counted else response["hits"]["total"]["value"]
    return count
