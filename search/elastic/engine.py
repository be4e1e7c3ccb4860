"""Elasticsearch as a search engine."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.conf import settings
from elastic_transport import SerializationError
from elasticsearch import ApiError, NotFoundError, TransportError

from ..answers import Answer
from ..engines import EngineError, RefusedQuestionError
from ..expansion import concepts, tokens
from ..models import SearchIndex
from ..question import Question
from . import facets
from .cluster import cluster
from .hits import Marking
from .query import RELAXED, bodies_request, search_request
from .readiness import ready_index
from .suggestions import suggest_request

# With less left than this there is no sense in asking.
LEAST_SECONDS = 0.02
# A cluster that has too much to do says so with this status.
OVERLOADED = 429
# What to ask an index, which may be with the dictionaries' fields or without.
Request = Callable[[SearchIndex], dict[str, Any]]


class ElasticsearchEngine:
    """All that one engine is asked has to be answered within one time-out."""

    name = "elasticsearch"

    def __init__(self) -> None:
        self._deadline = time.monotonic() + settings.GOVLAB_ELASTICSEARCH_TIMEOUT_MS / 1000
        self._indices: dict[str, SearchIndex] = {}

    def search(self, question: Question) -> Answer:
        def strictly(index: SearchIndex) -> dict[str, Any]:
            return search_request(question, dictionaries=index.dictionaries)

        def relaxed(index: SearchIndex) -> dict[str, Any]:
            return search_request(question, dictionaries=index.dictionaries, boosts=RELAXED)

        def bodies(pages: Sequence[int]) -> dict[int, str]:
            found = self._ask(question.locale, lambda _: bodies_request(pages))["hits"]["hits"]
            return {hit["_source"]["page_id"]: hit["_source"]["body"] for hit in found}

        answer = self._ask(question.locale, strictly)
        partial = False
        if not answer["hits"]["total"]["value"]:
            answer = self._ask(question.locale, relaxed)
            partial = bool(answer["hits"]["total"]["value"])
        asked = concepts(question.text, question.locale, question.synonyms)
        marking = Marking(tokens(asked), question.locale)
        return Answer(
            hits=tuple(marking.hits(answer["hits"]["hits"], bodies)),
            total=answer["hits"]["total"]["value"],
            facets=facets.counts(answer["aggregations"]),
            partial=partial,
        )

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        found = self._ask(locale, lambda _: suggest_request(text, locale, size=size))
        return [hit["_source"]["page_id"] for hit in found["hits"]["hits"]]

    def _ask(self, locale: str, request: Request) -> Mapping[str, Any]:
        """Asks the index that we made by its own name: an alias may lead to anything by now."""
        index = self._indices.get(locale) or ready_index(locale)
        while True:
            self._indices[locale] = index
            try:
                return self._answer(index, request)
            except NotFoundError as error:
                later = ready_index(locale)
                if later.name == index.name:
                    raise EngineError(f"The index {index.name} is gone.") from error
                index = later  # It was made anew between our two steps.

    def _answer(self, index: SearchIndex, request: Request) -> Mapping[str, Any]:
        """Raises NotFoundError where there is no such index."""
        left = self._deadline - time.monotonic()
        if left < LEAST_SECONDS:
            raise EngineError("The time for an answer is over.")
        client = cluster().options(request_timeout=left)
        try:
            answer = client.search(index=index.name, body=request(index))
        except NotFoundError:
            raise
        except (ApiError, TransportError) as error:
            kind = RefusedQuestionError if _is_ours(error) else EngineError
            raise kind(f"{type(error).__name__}: {error}") from error
        if answer["timed_out"] or answer["_shards"]["failed"]:
            raise EngineError("Only a part of the index answered.")
        found: Mapping[str, Any] = answer.body
        return found


def _is_ours(error: ApiError | TransportError) -> bool:
    """Whether the request is at fault, and another one would have been answered."""
    if isinstance(error, ApiError):
        return 400 <= error.meta.status < 500 and error.meta.status != OVERLOADED
    return isinstance(error, SerializationError)
