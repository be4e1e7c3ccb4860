"""Facets as shops count them: a facet's own choice does not shrink its own counts."""

from collections.abc import Collection, Mapping, Sequence

from django.db.models import Count

from govlab.delivery.models import DocumentFacet

from ..question import FACETS, Choices
from .among import Among

Counts = dict[str, list[tuple[str, int]]]
Holding = Mapping[str, frozenset[int]]


def holding(chosen: Choices, locale: str) -> Holding:
    """For each facet that is chosen from, the pages with one of its values."""
    rows = DocumentFacet.objects.filter(document__locale=locale, document__live=True)
    return {
        name: frozenset(
            rows.filter(name=name, value__in=values).values_list("document_id", flat=True)
        )
        for name, values in chosen.items()
        if values
    }


def narrowed(pages: frozenset[int], facets: Holding, *, but: str = "") -> frozenset[int]:
    """Those of the pages that every facet holds for, except one."""
    return pages.intersection(*(held for name, held in facets.items() if name != but))


def counts(pages: frozenset[int], facets: Holding) -> Counts:
    others = [name for name in FACETS if name not in facets]
    found = _counted(narrowed(pages, facets), others)
    for name in facets:
        found |= _counted(narrowed(pages, facets, but=name), [name])
    return {name: found[name] for name in FACETS}


def _counted(pages: Collection[int], names: Sequence[str]) -> Counts:
    rows = (
        DocumentFacet.objects.filter(Among("document_id", pages), name__in=names)
        .values_list("name", "value")
        .annotate(count=Count("pk"))
        .order_by("-count", "value")
    )
    found: Counts = {name: [] for name in names}
    for name, value, count in rows:
        found[name].append((value, count))
    return found
