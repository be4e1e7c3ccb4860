"""The tables of search. Each model has a module of its own."""

from .entry import SearchEntry

__all__ = ["SearchEntry"]
