"""Elasticsearch as a search engine."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.query.results import RELAXED_BELOW, SearchResults
from search.query.search_query import SearchQuery

from . import facets
from .hits import Highlighter
from .query import files_request, may_be_relaxed, relaxed, search_request
from .requests import Reply, Request, Requests
from .suggestions import suggest_request


@dataclass(frozen=True)
class _Asked:
    """A query, and the places of its requests among those that are sent together."""

    query: SearchQuery
    strict: int
    relaxed: int | None


class ElasticsearchEngine:
    name = "elasticsearch"
    together = True

    def __init__(self) -> None:
        self.requests = Requests()

    def search(self, query: SearchQuery) -> SearchResults:
        return next(self.search_all([query]))

    def search_all(self, queries: Sequence[SearchQuery]) -> Iterator[SearchResults]:
        """One round trip for all of them. Another follows for the texts of files only."""
        requests: list[Request] = []
        asked = []
        for query in queries:
            place = len(requests)
            requests.append(Request(query.locale, search_request(query)))
            twice = may_be_relaxed(query)
            if twice:
                requests.append(Request(query.locale, search_request(query, relaxed(query))))
            asked.append(_Asked(query, place, place + 1 if twice else None))
        replies = self.requests.send(requests)
        return (self._results(one, replies) for one in asked)

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        (reply,) = self.requests.send([Request(locale, suggest_request(text, locale, size=size))])
        return [hit["_source"]["page_id"] for hit in reply.response()["hits"]["hits"]]

    def is_settled(self) -> bool:
        return self.requests.settled

    def _results(self, asked: _Asked, replies: Sequence[Reply]) -> SearchResults:
        query = asked.query
        found = replies[asked.strict].response()
        complete, shown = facets.matching(found), found["hits"]["total"]["value"]
        if complete < RELAXED_BELOW and asked.relaxed is not None:
            found = replies[asked.relaxed].response()
        highlighter = Highlighter(query.highlighted, query.locale, excerpts=query.excerpts)

        def files(pages: Sequence[int]) -> dict[int, str]:
            (reply,) = self.requests.send([Request(query.locale, files_request(pages))])
            sources = [hit["_source"] for hit in reply.response()["hits"]["hits"]]
            return {one["page_id"]: one["files"] for one in sources}

        total = found["hits"]["total"]["value"]
        return SearchResults(
            hits=tuple(highlighter.hits(found["hits"]["hits"], files)),
            total=total,
            facets=facets.counts(found.get("aggregations", {})),
            partial=bool(not complete and facets.matching(found)),
            lacking=total - shown,
        )


def is_relaxed(query: SearchQuery, results: SearchResults) -> bool:
    """Whether the results of a query without facets are those of the relaxed request."""
    return may_be_relaxed(query) and results.complete < RELAXED_BELOW
