"""The tables of search. Each model has a module of its own."""

from .entry import SearchEntry
from .index import SearchIndex
from .key import SearchKey
from .word import SearchWord

__all__ = ["SearchEntry", "SearchIndex", "SearchKey", "SearchWord"]
