"""Elasticsearch as a search engine."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.conf import settings
from elastic_transport import SerializationError
from elasticsearch import ApiError, NotFoundError, TransportError

from search.engines.base import EngineError, RequestRefusedError
from search.models import SearchIndex
from search.query.boosts import DEFAULT, Boosts
from search.query.results import FEW_RESULTS, SearchResults
from search.query.search_query import SearchQuery

from . import facets
from .cluster import cluster
from .hits import Highlighter
from .query import bodies_request, relaxed, search_request
from .readiness import ready_index
from .suggestions import suggest_request

# With less time left than this, no request is sent.
LEAST_SECONDS = 0.02
# The HTTP status of an overloaded cluster.
OVERLOADED = 429
# Creates a request body for an index, which may lack the fields of dictionaries.
Request = Callable[[SearchIndex], dict[str, Any]]


class ElasticsearchEngine:
    """All requests of one instance share a single timeout."""

    name = "elasticsearch"

    def __init__(self) -> None:
        self._deadline = time.monotonic() + settings.GOVLAB_ELASTICSEARCH_TIMEOUT_MS / 1000
        self._indices: dict[str, SearchIndex] = {}

    def search(self, query: SearchQuery) -> SearchResults:
        def request(boosts: Boosts) -> Request:
            return lambda index: search_request(
                query, dictionaries=index.dictionaries, boosts=boosts
            )

        def bodies(pages: Sequence[int]) -> dict[int, tuple[str, str]]:
            found = self._ask(query.locale, lambda _: bodies_request(pages))["hits"]["hits"]
            sources = [hit["_source"] for hit in found]
            return {one["page_id"]: (one["body"], one.get("files", "")) for one in sources}

        found = self._ask(query.locale, request(DEFAULT))
        complete, shown = facets.matching(found), found["hits"]["total"]["value"]
        if _may_lack_words(query, complete):
            found = self._ask(query.locale, request(relaxed(query)))
        total = found["hits"]["total"]["value"]
        highlighter = Highlighter(query.highlighted, query.locale)
        return SearchResults(
            hits=tuple(highlighter.hits(found["hits"]["hits"], bodies)),
            total=total,
            facets=facets.counts(found["aggregations"]),
            partial=bool(not complete and facets.matching(found)),
            lacking=total - shown,
        )

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        found = self._ask(locale, lambda _: suggest_request(text, locale, size=size))
        return [hit["_source"]["page_id"] for hit in found["hits"]["hits"]]

    def _ask(self, locale: str, request: Request) -> Mapping[str, Any]:
        """Query the index by its own name, because an alias may point to a foreign index."""
        index = self._indices.get(locale) or ready_index(locale)
        while True:
            self._indices[locale] = index
            try:
                return self._send(index, request)
            except NotFoundError as error:
                later = ready_index(locale)
                if later.name == index.name:
                    raise EngineError(f"The index {index.name} does not exist.") from error
                index = later  # It was rebuilt in between.

    def _send(self, index: SearchIndex, request: Request) -> Mapping[str, Any]:
        """Raises NotFoundError if the index does not exist."""
        left = self._deadline - time.monotonic()
        if left < LEAST_SECONDS:
            raise EngineError("The timeout has expired.")
        client = cluster().options(request_timeout=left)
        try:
            response = client.search(index=index.name, body=request(index))
        except NotFoundError:
            raise
        except (ApiError, TransportError) as error:
            kind = RequestRefusedError if _is_ours(error) else EngineError
            raise kind(f"{type(error).__name__}: {error}") from error
        if response["timed_out"] or response["_shards"]["failed"]:
            raise EngineError("Only some shards of the index responded.")
        found: Mapping[str, Any] = response.body
        return found


def is_relaxed(query: SearchQuery, results: SearchResults) -> bool:
    """Whether the results of a query without facets are those of the relaxed request."""
    return _may_lack_words(query, results.complete)


def _may_lack_words(query: SearchQuery, complete: int) -> bool:
    return complete < FEW_RESULTS and len(query.concepts) > 1


def _is_ours(error: ApiError | TransportError) -> bool:
    """Whether the server refused the request, rather than failed."""
    if isinstance(error, ApiError):
        return 400 <= error.meta.status < 500 and error.meta.status != OVERLOADED
    return isinstance(error, SerializationError)
