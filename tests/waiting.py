"""Waiting for what comes about by itself, no longer than it may take."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def wait_for(what: Callable[[], T], seconds: float = 20, pause: float = 0.05) -> T:
    """Returns the first true value."""
    deadline = time.monotonic() + seconds
    while not (value := what()):
        assert time.monotonic() < deadline, f"it did not come about in {seconds:g} s"
        time.sleep(pause)
    return value


def timed(what: Callable[[], T]) -> tuple[T, float]:
    """What it returns, and how many seconds it took."""
    begun = time.monotonic()
    value = what()
    return value, time.monotonic() - begun
