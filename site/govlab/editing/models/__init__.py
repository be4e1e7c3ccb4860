"""The models of the editing app, one file per topic."""

from .bin import BinEntry
from .own_word import OwnWord
from .waiting import WaitingAction

__all__ = ["BinEntry", "OwnWord", "WaitingAction"]
