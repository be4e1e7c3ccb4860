"""The entry point of search for the website and the API.

Only this module combines the engines, the editors' rules and the zero-result queries.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from search.curation import rules, zero_results
from search.engines import explaining, failover, status
from search.engines.base import Engine
from search.engines.database import related
from search.engines.database.consumer import CONSUMER
from search.engines.database.spelling import correct
from search.query.explanation import ExplainedResults
from search.query.facets import facet_names
from search.query.results import FEW_RESULTS, Correction, SearchResults
from search.query.search_query import MAX_QUERY_LENGTH, Choices, SearchQuery
from search.text.normalisation import normalised
from search.text.words import words

# The consumer of the log that `related_pages` changes with.
RELATED_CONSUMER = CONSUMER


@dataclass(frozen=True)
class OtherLanguage:
    """The results of the query in another language of the site."""

    locale: str
    results: SearchResults


@dataclass(frozen=True)
class SearchResponse:
    query: SearchQuery
    results: SearchResults
    # A corrected query, if there are few results.
    correction: Correction | None = None
    # The results of the correction, if the query itself has none.
    corrected_results: SearchResults | None = None
    # The languages in which the query has more results.
    other_languages: Sequence[OtherLanguage] = ()
    # The name of the engine that was used.
    engine: str = ""
    # Whether the database was used instead of the configured engine.
    degraded: bool = False


@dataclass(frozen=True)
class SuggestResponse:
    # Ids, the best first.
    pages: Sequence[int]
    engine: str
    degraded: bool


@dataclass(frozen=True)
class ExplainedResponse:
    response: SearchResponse
    # By the name of the engine; None if it does not respond.
    engines: Mapping[str, ExplainedResults | None]

    @property
    def found(self) -> list[ExplainedResults]:
        return [results for results in self.engines.values() if results]


def search(
    text: str, locale: str, chosen: Choices, *, page: int, size: int, client: str
) -> SearchResponse:
    """Run a search. Raises SearchQueryError. Queries without results are counted for editors.

    `client` is the client's address, which is never stored.
    """
    response = _served(_query(text, locale, chosen, page=page, size=size))
    if _is_zero_result(response):
        zero_results.count(response.query.text, locale, client)
    return response


def explain(text: str, locale: str, *, size: int) -> ExplainedResponse:
    """Return what a reader gets, and why each engine gives its results. Raises SearchQueryError.
    Queries without results are not counted."""
    query = _query(text, locale, {}, page=1, size=size)
    return ExplainedResponse(_served(query), explaining.explain(query))


def suggest(text: str, locale: str, size: int) -> SuggestResponse:
    """Return suggested pages for a partially typed query."""
    typed = normalised(text)[:MAX_QUERY_LENGTH]
    served = failover.run(lambda engine: engine.suggest(typed, locale, size))
    return SuggestResponse(served.value, served.engine, served.degraded)


def related_pages(page_id: int, locale: str) -> QuerySet[Any, Any]:
    """Return the query of related pages, always of the database: page views wait for no other
    server."""
    return related.related_pages(page_id, locale)


def is_cacheable(response: SearchResponse | SuggestResponse) -> bool:
    """Whether the response stays the same until the log advances.

    Queries without results are not cacheable, because they are counted for each client.
    """
    if response.degraded or (isinstance(response, SearchResponse) and _found_nothing(response)):
        return False
    return status.is_settled(response.engine)


def _query(text: str, locale: str, chosen: Choices, *, page: int, size: int) -> SearchQuery:
    query = SearchQuery(text, locale, chosen, synonyms=rules.synonyms(locale), page=page, size=size)
    # A query that leaves something out is another one than that of its words.
    if query.syntax.excluded:
        return query
    return replace(query, promoted=rules.promoted(query.text, locale))


def _served(query: SearchQuery) -> SearchResponse:
    served = failover.run(lambda engine: _response(engine, query))
    return replace(served.value, engine=served.engine, degraded=served.degraded)


def _no_results() -> SearchResults:
    return SearchResults((), 0, {name: [] for name in facet_names()})


def _response(engine: Engine, query: SearchQuery) -> SearchResponse:
    if query.text and not words(query.text, query.locale):
        return SearchResponse(query, _no_results())  # The query consists of punctuation.
    results = engine.search(query)
    if not query.text or results.complete >= FEW_RESULTS:
        return SearchResponse(query, results)
    correction = correct(query.text, query.locale)
    better = replace(query, text=correction.text, page=1) if correction else None
    return SearchResponse(
        query,
        results,
        correction,
        engine.search(better) if better and not results.total else None,
        [*_other_languages(engine, query, results)],
    )


def _other_languages(
    engine: Engine, query: SearchQuery, results: SearchResults
) -> Iterator[OtherLanguage]:
    """Search other languages without facets, whose values are specific to a language."""
    for locale, _ in settings.LANGUAGES:
        if locale == query.locale:
            continue
        there = engine.search(SearchQuery(query.text, locale, size=FEW_RESULTS, now=query.now))
        if there.complete > results.complete:
            yield OtherLanguage(locale, there)


def _found_nothing(response: SearchResponse) -> bool:
    return not response.results.total or response.results.partial


def _is_zero_result(response: SearchResponse) -> bool:
    """Whether the query itself has no results, regardless of facets, paging and promotions. Without
    its quotes and exclusions it might have some."""
    query = response.query
    narrowed = any(query.chosen.values()) or query.promoted
    return (
        bool(query.text.strip())
        and query.syntax.is_plain
        and query.page == 1
        and not narrowed
        and _found_nothing(response)
    )
