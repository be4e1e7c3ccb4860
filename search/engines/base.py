"""The interface of search engines, and their exceptions."""

from typing import Protocol

from search.query.results import SearchResults
from search.query.search_query import SearchQuery


class Engine(Protocol):
    """Methods raise EngineError, and nothing else, if their server fails or refuses a request."""

    name: str

    def search(self, query: SearchQuery) -> SearchResults:
        """Return the results. A query without words matches everything, the newest first."""

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        """Return ids of pages with words in title, terms or headings that start with those of the
        text."""


class EngineError(Exception):
    """The engine's server failed; another engine may be used."""


class RequestRefusedError(EngineError):
    """The server is available but refused this request."""
