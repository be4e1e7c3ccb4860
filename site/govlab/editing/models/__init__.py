"""The models of the editing app, one file per topic."""

from .bin import BinEntry
from .link_check import CheckedLink
from .own_word import OwnWord
from .release import Release, ReleaseItem, ReleaseState
from .waiting import WaitingAction

__all__ = [
    "BinEntry",
    "CheckedLink",
    "OwnWord",
    "Release",
    "ReleaseItem",
    "ReleaseState",
    "WaitingAction",
]
