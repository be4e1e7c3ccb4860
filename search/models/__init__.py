"""The tables of search. Each model has a module of its own."""

from .entry import SearchEntry
from .index import SearchIndex
from .key import SearchKey
from .promotion import PromotedPage, Promotion
from .synonym import SearchSynonym, SynonymKind
from .word import SearchWord
from .zero_result import ZeroResultQuery, ZeroResultState

__all__ = [
    "PromotedPage",
    "Promotion",
    "SearchEntry",
    "SearchIndex",
    "SearchKey",
    "SearchSynonym",
    "SearchWord",
    "SynonymKind",
    "ZeroResultQuery",
    "ZeroResultState",
]
