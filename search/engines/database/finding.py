"""Finds the pages for a query: with its words and, where these are few, with related terms."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from search.models import SearchEntry
from search.query.boosts import DEFAULT, Boosts
from search.query.expansion import Concept
from search.query.related_terms import RelatedTerm
from search.query.search_query import SearchQuery

from .exactness import pages_allowed
from .matching import (
    Matching,
    Pages,
    look_up,
    pages_in,
    pages_with_concept,
    pages_with_most,
    with_related,
)
from .ranking import Collection, Ranking


class Looked(NamedTuple):
    """What was looked up for a query."""

    pages: Pages
    collection: Collection
    # Empty if enough pages have the words.
    related: Sequence[RelatedTerm] = ()

    def ranking(self, query: SearchQuery, boosts: Boosts) -> Ranking:
        return Ranking(query.concepts, self.collection, boosts, query.now, self.related)


def matching_pages(query: SearchQuery, boosts: Boosts = DEFAULT) -> Matching:
    return find(query, boosts)[1]


def find(query: SearchQuery, boosts: Boosts = DEFAULT) -> tuple[Looked, Matching]:
    asked = query.concepts
    looked = Looked(*look_up(query.locale, asked))
    entries = SearchEntry.objects.filter(locale=query.locale)
    if not asked:
        everything = frozenset(entries.values_list("pk", flat=True))
        return looked, Matching(everything, everything)
    found = _allowed(query, [pages_with_concept(looked.pages, concept) for concept in asked])
    if_few = boosts.least_if_few(len(asked))
    matching = pages_with_most(found, boosts.least(len(asked)), if_few)
    if len(matching.complete) < query.relaxed_below and query.related:
        looked = _with_related(query, looked)
        wider = _allowed(query, with_related(found, looked.pages, looked.related))
        matching = matching._replace(pages=matching.pages | pages_in(wider, if_few))
    if query.promoted:
        chosen = set(entries.filter(pk__in=query.promoted).values_list("pk", flat=True))
        matching = matching._replace(pages=matching.pages | chosen)
    return looked, matching


def _allowed(query: SearchQuery, found: list[frozenset[int]]) -> list[frozenset[int]]:
    """Leave the pages that have what is in quotes, and nothing that is left out."""
    if query.syntax.is_plain:
        return found
    allowed = pages_allowed(query, frozenset[int]().union(*found))
    return [pages & allowed for pages in found]


def _with_related(query: SearchQuery, looked: Looked) -> Looked:
    terms = [Concept(term.phrase) for term in query.related]
    pages, collection = look_up(query.locale, terms)
    having = {**looked.collection.having, **collection.having}
    return Looked({**looked.pages, **pages}, replace(collection, having=having), query.related)
