"""The tables of search. Each model has a module of its own."""

from .entry import SearchEntry
from .key import SearchKey
from .word import SearchWord

__all__ = ["SearchEntry", "SearchKey", "SearchWord"]
