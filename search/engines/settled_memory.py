"""Remembers for a moment that an index was up to date, so that not every search asks for it."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

from django.db import connection

from govlab.delivery.models.head import LogState

T = TypeVar("T")

# An index that shows the log in a state goes on showing it, unless somebody rebuilds it.
REMEMBERED_SECONDS = 1.0


class SettledMemory(Generic[T]):
    """What was read of an index that showed the log in one state, the last that was asked for."""

    def __init__(self, is_settled: Callable[[T], bool]) -> None:
        self._is_settled = is_settled
        self._known: tuple[LogState, float, T] | None = None

    def get(self, state: LogState | None, read: Callable[[], T]) -> T:
        """Return the result of `read`, of a moment ago if the index was up to date then and the log
        is still in this state. Without a state, and within a transaction, nothing is remembered."""
        if state is None or connection.in_atomic_block:
            return read()
        if (known := self._known) and known[0] == state and known[1] > time.monotonic():
            return known[2]
        found = read()
        if self._is_settled(found):
            self._known = (state, time.monotonic() + REMEMBERED_SECONDS, found)
        return found

    def forget(self) -> None:
        self._known = None
