"""The one way into search for the website and the API: what a reader asks, and all that comes back.

The engines, the editors' rules and the log of zero-result queries meet here and nowhere else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.conf import settings

from search.curation import rules, zero_results
from search.engines import failover, status
from search.engines.base import Engine
from search.engines.database import related
from search.engines.database.spelling import correct
from search.query.facets import facet_names
from search.query.results import Correction, SearchResults
from search.query.search_query import MAX_QUERY_LENGTH, Choices, SearchQuery
from search.text.normalisation import normalised
from search.text.words import words

# With fewer results than this a reader is offered another spelling and other languages.
FEW_RESULTS = 3


@dataclass(frozen=True)
class OtherLanguage:
    """What the query finds in another language of the site."""

    locale: str
    results: SearchResults


@dataclass(frozen=True)
class SearchResponse:
    query: SearchQuery
    results: SearchResults
    # A better spelling, offered where few results were found.
    correction: Correction | None = None
    # What it finds, where the query as it was typed finds nothing.
    corrected_results: SearchResults | None = None
    # The languages in which the query finds more.
    other_languages: Sequence[OtherLanguage] = ()
    # The name of the engine that was asked.
    engine: str = ""
    # Whether the database stood in for the engine of the settings.
    degraded: bool = False


@dataclass(frozen=True)
class SuggestResponse:
    # Ids, the best first.
    pages: Sequence[int]
    engine: str
    degraded: bool


def search(
    text: str, locale: str, chosen: Choices, *, page: int, size: int, client: str
) -> SearchResponse:
    """Raises SearchQueryError. A query without results is counted for the editors.

    `client` is the address of who asks; it is stored nowhere.
    """
    query = SearchQuery(
        text,
        locale,
        chosen,
        synonyms=rules.synonyms(locale),
        promoted=rules.promoted(text, locale),
        page=page,
        size=size,
    )
    served = failover.run(lambda engine: _response(engine, query))
    response = replace(served.value, engine=served.engine, degraded=served.degraded)
    if _is_zero_result(response):
        zero_results.count(query.text, locale, client)
    return response


def suggest(text: str, locale: str, size: int) -> SuggestResponse:
    """Pages for what a reader has typed so far."""
    typed = normalised(text)[:MAX_QUERY_LENGTH]
    served = failover.run(lambda engine: engine.suggest(typed, locale, size))
    return SuggestResponse(served.value, served.engine, served.degraded)


def related_pages(page_id: int, locale: str, size: int) -> list[int]:
    """Ids of pages like a page. From the database: a page view waits for no other server."""
    return related.related_pages(page_id, locale, size)


def related_pages_version() -> int:
    """Differs as soon as `related_pages` may return something else."""
    return related.version()


def is_cacheable(response: SearchResponse | SuggestResponse) -> bool:
    """Whether the same request would get the same response until the log goes on.

    A query without results is counted for each client, so it has to come here each time.
    """
    if response.degraded or (isinstance(response, SearchResponse) and _found_nothing(response)):
        return False
    return status.is_settled(response.engine)


def _no_results() -> SearchResults:
    return SearchResults((), 0, {name: [] for name in facet_names()})


def _response(engine: Engine, query: SearchQuery) -> SearchResponse:
    if query.text and not words(query.text, query.locale):
        return SearchResponse(query, _no_results())  # Punctuation alone asks for nothing.
    results = engine.search(query)
    if not query.text or (results.total >= FEW_RESULTS and not results.partial):
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
    """Facets are left out: their values are slugs of one language."""
    for locale, _ in settings.LANGUAGES:
        if locale == query.locale:
            continue
        there = engine.search(SearchQuery(query.text, locale, size=FEW_RESULTS, now=query.now))
        if there.total > (0 if results.partial else results.total) and not there.partial:
            yield OtherLanguage(locale, there)


def _found_nothing(response: SearchResponse) -> bool:
    return not response.results.total or response.results.partial


def _is_zero_result(response: SearchResponse) -> bool:
    """Found nothing by itself, on its first page: no facet narrowed it, no editor answered it."""
    query = response.query
    narrowed = any(query.chosen.values()) or query.promoted
    return (
        bool(query.text.strip()) and query.page == 1 and not narrowed and _found_nothing(response)
    )
