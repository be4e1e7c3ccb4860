"""The tables of search. Each model has a module of its own."""

from .entry import SearchEntry
from .index import SearchIndex

__all__ = ["SearchEntry", "SearchIndex"]
