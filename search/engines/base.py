"""What every engine can do, and how it says that it cannot."""

from typing import Protocol

from search.query.results import SearchResults
from search.query.search_query import SearchQuery


class Engine(Protocol):
    """A method raises EngineError where its server fails or refuses, and nothing else."""

    name: str

    def search(self, query: SearchQuery) -> SearchResults:
        """A query without a word finds everything, the newest first."""

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        """Ids of pages whose title, terms or headings have words that begin as those typed do."""


class EngineError(Exception):
    """The engine's server fails; another engine may answer."""


class RequestRefusedError(EngineError):
    """The server works and refuses this request: the fault is ours or the reader's, no outage."""
