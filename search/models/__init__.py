"""The tables of search. Each model has a module of its own."""

from .entry import SearchEntry
from .gap import GapState, SearchGap
from .promotion import PromotedPage, Promotion
from .synonym import SearchSynonym, SynonymKind

__all__ = [
    "GapState",
    "PromotedPage",
    "Promotion",
    "SearchEntry",
    "SearchGap",
    "SearchSynonym",
    "SynonymKind",
]
