"""A cache in memory whose values change with the state of the log only."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from django.db import connection

from govlab.delivery.models.head import LogState

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class StateCache(Generic[K, V]):
    """It holds the values of one state, the last that it was asked for."""

    def __init__(self) -> None:
        self._kept: tuple[LogState | None, dict[K, V]] = (None, {})

    def get(self, state: LogState | None, key: K, make: Callable[[], V]) -> V:
        """Return the value of `make`, which is called once for a state. Without a state, and within
        a transaction, whose changes may be undone, nothing is cached."""
        if state is None or connection.in_atomic_block:
            return make()
        kept = self._kept
        if kept[0] != state:
            kept = self._kept = (state, {})
        if key not in kept[1]:
            kept[1][key] = make()
        return kept[1][key]
