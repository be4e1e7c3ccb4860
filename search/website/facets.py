"""Facets of search results as links that narrow the search or widen it again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from govlab.delivery.documents.facets import Facet as DeclaredFacet
from govlab.delivery.documents.facets import YearFacet
from search.query.facets import facet_names, search_facets
from search.query.results import SearchResults
from search.query.search_query import Choices, as_value

# Of one facet's values so many are shown at once, and all that are chosen.
MAX_SHOWN = 10
# A reader chooses a few; an address may hold any number.
MAX_CHOSEN = 20
WORDS = "q"


@dataclass(frozen=True)
class FacetLink:
    label: str
    count: int
    chosen: bool
    # The query string that adds the value, or takes it away again.
    query: str


@dataclass(frozen=True)
class Facet:
    name: str
    heading: str
    links: Sequence[FacetLink]
    # Those behind “more”.
    rest: Sequence[FacetLink]


@dataclass(frozen=True)
class Chip:
    """A chosen value, to be taken away."""

    heading: str
    label: str
    query: str


def chosen_in(address: QueryDict) -> dict[str, tuple[str, ...]]:
    """Each once, as engines are asked for them."""
    return {
        name: tuple(dict.fromkeys(map(as_value, filter(None, address.getlist(name)))))[:MAX_CHOSEN]
        for name in facet_names()
    }


def narrowing(
    results: SearchResults, chosen: Choices, words: str, locale: str
) -> tuple[list[Facet], list[Chip]]:
    """The facets that would change something, and what is chosen; both in the order of the page."""
    facets, chips = [], []
    for declared in _in_order():
        name, heading = declared.name, declared.label
        counts = results.facets.get(name, [])
        values = dict.fromkeys([*(value for value, _ in counts), *chosen.get(name, ())])
        labels = declared.labels(values, locale)
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
    """The query string of the search page's address."""
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
