"""Facets from the log's tables: filtering by chosen values, and counts."""

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Count

from govlab.delivery.models import DocumentFacet
from search.query.facets import facet_names
from search.query.results import FacetCounts
from search.query.search_query import Choices

from .among import Among

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


def counts(pages: frozenset[int], facets: Having) -> FacetCounts:
    """Count the values of each facet, ignoring the choices within the same facet."""
    names = facet_names()
    others = [name for name in names if name not in facets]
    found = _counted(narrowed(pages, facets), others)
    for name in facets:
        found |= _counted(narrowed(pages, facets, but=name), [name])
    return {name: found[name] for name in names}


def _counted(pages: Collection[int], names: Sequence[str]) -> FacetCounts:
    found: FacetCounts = {name: [] for name in names}
    if not pages or not names:
        return found
    rows = (
        DocumentFacet.objects.filter(Among("document_id", pages), name__in=names)
        .values_list("name", "value")
        .annotate(count=Count("pk"))
        .order_by("-count", "value")
    )
    for name, value, count in rows:
        found[name].append((value, count))
    return found
