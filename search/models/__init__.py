"""The models of search, one module per model."""

from .entry import SearchEntry
from .file_text import FileState, FileText, Reason
from .index import SearchIndex
from .key import SearchKey, SearchLemma
from .promotion import PromotedPage, Promotion
from .synonym import SearchSynonym, SynonymKind
from .word import SearchPrefixRest, SearchWord
from .zero_result import ZeroResultQuery, ZeroResultState

__all__ = [
    "FileState",
    "FileText",
    "PromotedPage",
    "Promotion",
    "Reason",
    "SearchEntry",
    "SearchIndex",
    "SearchKey",
    "SearchLemma",
    "SearchPrefixRest",
    "SearchSynonym",
    "SearchWord",
    "SynonymKind",
    "ZeroResultQuery",
    "ZeroResultState",
]
