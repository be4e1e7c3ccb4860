"""The interface of search engines, and their exceptions."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Protocol

from search.query.results import SearchResults
from search.query.search_query import SearchQuery

# How long an index has not changed when it is taken to show all that it was given: longer than the
# search timeout and the refresh interval of an index together.
SETTLED = timedelta(seconds=5)


class Engine(Protocol):
    """Methods raise EngineError, and nothing else, if their server fails or refuses a request."""

    name: str
    # Whether several queries cost hardly more than one.
    together: bool

    def search(self, query: SearchQuery) -> SearchResults:
        """Return the results. A query without words matches everything, the newest first."""

    def search_all(
        self, queries: Sequence[SearchQuery], *, at_once: bool = False
    ) -> Iterator[SearchResults]:
        """Yield the results of queries that belong together. What is not consumed costs nothing,
        or was part of the same request; its errors are not raised. `at_once` says that the first
        one is likely to find little, so that the others will be needed."""

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        """Return ids of pages with words in title, terms or headings that start with those of the
        text."""

    def is_settled(self) -> bool:
        """Return whether the index was at the end of the log when it was used, and for long enough
        to show it."""


class EngineError(Exception):
    """The engine's server failed; another engine may be used."""


class RequestRefusedError(EngineError):
    """The server is available but refused this request."""
