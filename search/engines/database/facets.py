"""Facets from the log's tables: filtering by chosen values, and counts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from govlab.delivery.models import DocumentFacet
from search.models.written_sql import Statement, among, placeholders
from search.query.facets import facet_names
from search.query.results import FacetCounts
from search.query.search_query import Choices

from .statements import Row

# Facet name → pages with one of the values that are chosen from it.
Having = Mapping[str, frozenset[int]]


def having(chosen: Choices, locale: str) -> Having:
    rows = DocumentFacet.objects.filter(document__locale=locale, document__live=True)
    return {
        name: frozenset(
            rows.filter(name=name, value__in=values).values_list("document_id", flat=True)
        )
        for name, values in chosen.items()
        if values
    }


def narrowed(pages: frozenset[int], facets: Having, *, but: str = "") -> frozenset[int]:
    """Return the pages that match the choices of all facets except `but`."""
    return pages.intersection(*(found for name, found in facets.items() if name != but))


def counting(pages: frozenset[int], facets: Having) -> Iterator[Statement]:
    """Yield the statements that count the values of all facets, ignoring the choices within the
    same facet."""
    if others := [name for name in facet_names() if name not in facets]:
        yield _counting(narrowed(pages, facets), others)
    for name in facets:
        yield _counting(narrowed(pages, facets, but=name), [name])


def counts(rows: Iterable[Row]) -> FacetCounts:
    """`rows` are those of all the statements."""
    found: FacetCounts = {name: [] for name in facet_names()}
    for name, value, count in rows:
        found[name].append((value, count))
    return found


def _counting(pages: Collection[int], names: Sequence[str]) -> Statement:
    of_pages, parameters = among("document_id", pages)
    return Statement(
        "SELECT name, value, COUNT(*) AS number FROM delivery_documentfacet"  # noqa: S608
        f" WHERE {of_pages} AND name IN ({placeholders(names)})"
        " GROUP BY name, value ORDER BY number DESC, value",
        [*parameters, *names],
    )
