"""Elasticsearch as a search engine."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from govlab.delivery.models.head import LogState
from search.query.results import FEW_RESULTS, SearchResults
from search.query.search_query import SearchQuery

from . import facets
from .hits import page_ids
from .query import may_be_relaxed, relaxed_request, search_request
from .requests import Reply, Request, Requests
from .suggestions import suggest_request


class ElasticsearchEngine:
    name = "elasticsearch"
    together = True

    def __init__(self, state: LogState | None = None) -> None:
        self.requests = Requests(state)

    def search(self, query: SearchQuery) -> SearchResults:
        return next(self.search_all([query]))

    def search_all(
        self, queries: Sequence[SearchQuery], *, at_once: bool = False
    ) -> Iterator[SearchResults]:
        """One round trip, if the first query finds enough, or if `at_once` sends everything
        together; else two.

        With fewer required words a query is the more work, the more pages have each of them, and
        then it is not needed.
        """
        first, *others = queries
        requests = _requests(first)
        replies: list[Reply] = []
        if not at_once:
            replies = self.requests.send([next(requests)])
            found = facets.matching(replies[0].response())
            if found >= FEW_RESULTS:
                # The others are hardly asked for then.
                if found < first.relaxed_below and (more := list(requests)):
                    replies += self.requests.send(more)
                yield _results(first, replies)
                if others:
                    yield from self.search_all(others, at_once=True)
                return
        rest = [list(requests), *(list(_requests(other)) for other in others)]
        further = self._sent_together(rest)
        yield _results(first, [*replies, *next(further)])
        yield from map(_results, others, further)

    def _sent_together(self, parts: Sequence[Sequence[Request]]) -> Iterator[list[Reply]]:
        together = list(chain(*parts))
        replies = iter(self.requests.send(together) if together else ())
        return (list(islice(replies, len(part))) for part in parts)

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        (reply,) = self.requests.send([Request(locale, suggest_request(text, locale, size=size))])
        return list(page_ids(reply.response()))

    def is_settled(self) -> bool:
        return self.requests.settled


def _requests(query: SearchQuery) -> Iterator[Request]:
    """Yield the query's request, and the one with fewer required words, if there is one."""
    yield Request(query.locale, search_request(query))
    if may_be_relaxed(query):
        yield Request(query.locale, relaxed_request(query))


def _results(query: SearchQuery, replies: Sequence[Reply]) -> SearchResults:
    """`replies` are those to `_requests`, or the first of them if that finds enough."""
    found = replies[0].response()
    complete, shown = facets.matching(found), found["hits"]["total"]["value"]
    if complete < query.relaxed_below and len(replies) > 1:
        found = replies[1].response()
    total = found["hits"]["total"]["value"]
    return SearchResults(
        pages=page_ids(found),
        total=total,
        facets=facets.counts(found.get("aggregations", {})),
        partial=bool(not complete and facets.matching(found)),
        lacking=total - shown,
    )


def is_relaxed(query: SearchQuery, results: SearchResults) -> bool:
    """Whether the results of a query without facets are those of the relaxed request."""
    return may_be_relaxed(query) and results.complete < query.relaxed_below
