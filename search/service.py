"""The entry point of search for the website and the API.

Only this module combines the engines, the editors' rules and the zero-result queries.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from govlab.delivery.models import Head
from govlab.delivery.models.head import LogState
from search.curation import rules, zero_results
from search.engines import explaining, failover
from search.engines.base import Engine
from search.engines.database import related
from search.engines.database.consumer import CONSUMER
from search.engines.database.spelling import may_be_misspelt, proposed
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

    query: SearchQuery
    results: SearchResults

    @property
    def locale(self) -> str:
        return self.query.locale


@dataclass(frozen=True)
class SearchResponse:
    query: SearchQuery
    results: SearchResults
    # A corrected query, if there are few results.
    correction: Correction | None = None
    # The query for its first results, and these, if the query itself has none.
    corrected_query: SearchQuery | None = None
    corrected_results: SearchResults | None = None
    # The languages in which the query has more results.
    other_languages: Sequence[OtherLanguage] = ()
    # The name of the engine that was used.
    engine: str = ""
    # Whether the database was used instead of the configured engine.
    degraded: bool = False
    # The state of the log before the search.
    state: LogState | None = None
    # Whether the engine's index was up to date with the log during the search.
    is_settled: Callable[[], bool] = bool


@dataclass(frozen=True)
class SuggestResponse:
    # Ids, the best first.
    pages: Sequence[int]
    engine: str
    degraded: bool
    is_settled: Callable[[], bool] = bool


@dataclass(frozen=True)
class ExplainedResponse:
    response: SearchResponse
    # By the name of the engine; None if it does not respond.
    engines: Mapping[str, ExplainedResults | None]

    @property
    def found(self) -> list[ExplainedResults]:
        return [results for results in self.engines.values() if results]


def search(
    text: str,
    locale: str,
    chosen: Choices,
    *,
    page: int,
    size: int,
    client: str,
    state: LogState | None = None,
) -> SearchResponse:
    """Run a search. Raises SearchQueryError. Queries without results are counted for editors.

    `client` is the client's address, which is never stored. `state` is the current state of the
    log, if it was read already.
    """
    state = state or Head.current()
    response = _served(_query(text, locale, chosen, state, page=page, size=size), state)
    if _is_zero_result(response):
        zero_results.count(response.query.text, locale, client)
    return response


def explain(text: str, locale: str, *, size: int) -> ExplainedResponse:
    """Return what a reader gets, and why each engine gives its results. Raises SearchQueryError.
    Queries without results are not counted."""
    state = Head.current()
    query = _query(text, locale, {}, state, page=1, size=size)
    return ExplainedResponse(_served(query, state), explaining.explain(query))


def suggest(text: str, locale: str, size: int, state: LogState | None = None) -> SuggestResponse:
    """Return suggested pages for a partially typed query. `state` is as for `search`."""
    typed = normalised(text)[:MAX_QUERY_LENGTH]
    served = failover.run(lambda engine: engine.suggest(typed, locale, size), state)
    return SuggestResponse(served.value, served.engine, served.degraded, served.is_settled)


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
    return response.is_settled()


def _query(
    text: str, locale: str, chosen: Choices, state: LogState, *, page: int, size: int
) -> SearchQuery:
    synonyms = rules.synonyms(locale, state)
    query = SearchQuery(text, locale, chosen, synonyms=synonyms, page=page, size=size)
    # A query that leaves something out is another one than that of its words.
    if query.syntax.excluded:
        return query
    return replace(query, promoted=rules.promoted(query.text, locale, state))


def _served(query: SearchQuery, state: LogState) -> SearchResponse:
    served = failover.run(lambda engine: _response(engine, query), state)
    return replace(
        served.value,
        engine=served.engine,
        degraded=served.degraded,
        state=state,
        is_settled=served.is_settled,
    )


def _no_results() -> SearchResults:
    return SearchResults((), 0, {name: [] for name in facet_names()})


def _response(engine: Engine, query: SearchQuery) -> SearchResponse:
    if query.text and not words(query.text, query.locale):
        return SearchResponse(query, _no_results())  # The query consists of punctuation.
    if not query.text:
        return SearchResponse(query, engine.search(query))
    others = _in_other_languages(query)
    # One request for everything, if it will hardly be found as it stands.
    early = engine.together and may_be_misspelt(query.text, query.locale)
    better = _corrected(query) if early else None
    together = [query, *others, *([better[1]] if better else [])]
    found = engine.search_all(together, at_once=early)
    results = next(found)
    if results.complete >= FEW_RESULTS:
        return SearchResponse(query, results)
    elsewhere = [OtherLanguage(other, next(found)) for other in others]
    if not early:
        better = _corrected(query)
    corrected_results = None
    if better:
        corrected_results = next(found) if early else engine.search(better[1])
        if _size(corrected_results) <= _size(results):
            better = None
    correction, corrected_query = better or (None, None)
    return SearchResponse(
        query,
        results,
        correction,
        corrected_query,
        corrected_results if better and not results.total else None,
        [other for other in elsewhere if other.results.complete > results.complete],
    )


def _size(results: SearchResults) -> tuple[int, int]:
    """Pages with all words count before those with some of them."""
    return results.complete, results.total


def _corrected(query: SearchQuery) -> tuple[Correction, SearchQuery] | None:
    """Return what may be a correction, if it finds something, and the query for its results."""
    correction = proposed(query.text, query.locale)
    if correction is None:
        return None
    # What is promoted for the query as it was typed is no result of another one.
    return correction, replace(query, text=correction.text, promoted=(), page=1, facets=False)


def _in_other_languages(query: SearchQuery) -> list[SearchQuery]:
    """Without facets, whose values are specific to a language."""
    return [
        SearchQuery(query.text, locale, size=FEW_RESULTS, now=query.now, facets=False)
        for locale, _ in settings.LANGUAGES
        if locale != query.locale
    ]


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
