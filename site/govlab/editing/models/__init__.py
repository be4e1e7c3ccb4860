"""The models of the editing app, one file per topic."""

from .bin import BinEntry
from .waiting import WaitingAction

__all__ = ["BinEntry", "WaitingAction"]
