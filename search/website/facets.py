"""Facets of search results as links that add or remove a value."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from govlab.delivery.documents.facets import Facet as DeclaredFacet
from govlab.delivery.documents.facets import YearFacet
from govlab.delivery.models.head import LogState
from search.query.facet_labels import labels_of
from search.query.facets import facet_names, search_facets
from search.query.results import SearchResults
from search.query.search_query import Choices, as_value

# The number of a facet's values that are shown at once, besides all chosen ones.
MAX_SHOWN = 10
# The limit of chosen values per facet, since a URL may have any number.
MAX_CHOSEN = 20
WORDS = "q"


@dataclass(frozen=True)
class FacetLink:
    label: str
    count: int
    chosen: bool
    # The query string that adds or removes the value.
    query: str


@dataclass(frozen=True)
class Facet:
    name: str
    heading: str
    links: Sequence[FacetLink]
    # The values under “more”.
    rest: Sequence[FacetLink]


@dataclass(frozen=True)
class Chip:
    """A chosen value, with a link to remove it."""

    heading: str
    label: str
    query: str


def chosen_in(address: QueryDict) -> dict[str, tuple[str, ...]]:
    """Return the chosen values of the URL, without duplicates."""
    return {
        name: tuple(dict.fromkeys(map(as_value, filter(None, address.getlist(name)))))[:MAX_CHOSEN]
        for name in facet_names()
    }


def narrowing(
    results: SearchResults, chosen: Choices, words: str, locale: str, state: LogState | None = None
) -> tuple[list[Facet], list[Chip]]:
    """Return the facets that can narrow the results, and the chosen values, in page order."""
    facets, chips = [], []
    for declared in _in_order():
        name, heading = declared.name, declared.label
        counts = results.facets.get(name, [])
        values = dict.fromkeys([*(value for value, _ in counts), *chosen.get(name, ())])
        labels = labels_of(declared, values, locale, state)
        if isinstance(declared, YearFacet):
            counts = sorted(counts, reverse=True)
        links = list(_links(name, counts, chosen, words, labels))
        if len(links) > 1 or any(link.chosen or link.count < results.total for link in links):
            facets.append(_facet(name, str(heading), links))
        chips += [
            Chip(str(heading), labels.get(value, value), _toggled(words, chosen, name, value))
            for value in chosen.get(name, ())
        ]
    return facets, chips


def _in_order() -> list[DeclaredFacet]:
    """Years come last: they are many."""
    return sorted(search_facets(), key=lambda facet: isinstance(facet, YearFacet))


def query_string(words: str, chosen: Choices) -> str:
    """Return the query string of the search page."""
    address = QueryDict(mutable=True)
    address[WORDS] = words
    for name, values in chosen.items():
        address.setlist(name, list(values))
    return address.urlencode()


def _links(
    name: str,
    counts: Iterable[tuple[str, int]],
    chosen: Choices,
    words: str,
    labels: Mapping[str, str],
) -> Iterable[FacetLink]:
    for value, count in counts:
        if value in labels:
            link = _toggled(words, chosen, name, value)
            yield FacetLink(labels[value], count, value in chosen.get(name, ()), link)


def _facet(name: str, heading: str, links: Sequence[FacetLink]) -> Facet:
    shown = [link for place, link in enumerate(links) if place < MAX_SHOWN or link.chosen]
    rest = [link for place, link in enumerate(links) if place >= MAX_SHOWN and not link.chosen]
    return Facet(name, heading, shown, rest)


def _toggled(words: str, chosen: Choices, name: str, value: str) -> str:
    values = chosen.get(name, ())
    others = [other for other in values if other != value]
    return query_string(words, {**chosen, name: others if value in values else [*others, value]})
