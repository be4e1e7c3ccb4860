"""Elasticsearch as a search engine."""

import time
from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from elasticsearch import ApiError, NotFoundError, TransportError

from ..answers import Answer, Hit
from ..engines import EngineError
from ..marks import START, to_html
from ..models import SearchIndex
from ..question import Question
from ..texts import in_one_line
from . import facets
from .cluster import cluster
from .query import RELAXED, search_request
from .readiness import ready_index
from .suggestions import suggest_request

BETWEEN_FRAGMENTS = " … "


# With less left than this there is no sense in asking.
LEAST_SECONDS = 0.02
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

        answer = self._ask(question.locale, strictly)
        partial = False
        if not answer["hits"]["total"]["value"]:
            answer = self._ask(question.locale, relaxed)
            partial = bool(answer["hits"]["total"]["value"])
        return Answer(
            hits=tuple(map(_hit, answer["hits"]["hits"])),
            total=answer["hits"]["total"]["value"],
            facets=facets.counts(answer["aggregations"]),
            partial=partial,
        )

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        return _pages(self._ask(locale, lambda _: suggest_request(text, size=size)))

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
            raise EngineError(f"{type(error).__name__}: {error}") from error
        if answer["timed_out"] or answer["_shards"]["failed"]:
            raise EngineError("Only a part of the index answered.")
        found: Mapping[str, Any] = answer.body
        return found


def _pages(answer: Mapping[str, Any]) -> list[int]:
    return [hit["_source"]["page_id"] for hit in answer["hits"]["hits"]]


def _hit(found: Mapping[str, Any]) -> Hit:
    source, marked = found["_source"], found.get("highlight", {})
    title = marked.get("title", [source["title"]])[0]
    # The summary says most; where nothing of it was found, what was found in the text.
    summary = marked.get("summary") or [source["summary"]]
    telling = [parts for parts in (summary, marked.get("body", [])) if START in "".join(parts)]
    parts = telling[0] if telling else summary
    return Hit(
        page_id=source["page_id"],
        sequence=source["sequence"],
        title_html=to_html(title),
        excerpt_html=BETWEEN_FRAGMENTS.join(to_html(in_one_line(part)) for part in parts),
    )
