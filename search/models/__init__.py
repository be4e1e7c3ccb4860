"""The tables of search. Each model has a module of its own."""

from .entry import SearchEntry
from .gap import GapState, SearchGap
from .index import SearchIndex
from .key import SearchKey
from .promotion import PromotedPage, Promotion
from .synonym import SearchSynonym, SynonymKind
from .word import SearchWord

__all__ = [
    "GapState",
    "PromotedPage",
    "Promotion",
    "SearchEntry",
    "SearchGap",
    "SearchIndex",
    "SearchKey",
    "SearchSynonym",
    "SearchWord",
    "SynonymKind",
]
