"""Answers kept in this process for as long as the log's head stands where it stood.

Each request asks the head, one row; everything kept is dropped when it moved. So an answer is never
older than the last commit, and only one that depends on the time needs a time-out.
"""

import time
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from django.conf import settings

from ..models.head import LogState


@dataclass(frozen=True, slots=True)
class Kept:
    body: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str
    # Not so where only readers that had it already asked: then there is no body to give to others.
    whole: bool = True
    # When it ends by itself, on this process's own clock; None where only the log ends it.
    until: float | None = None


class AnswerStore:
    """Least recently used first out, by the size of the bodies."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._head: LogState | None = None
        self._answers: OrderedDict[str, Kept] = OrderedDict()
        self._lock = Lock()

    def get(self, head: LogState, address: str) -> Kept | None:
        with self._lock:
            if head != self._head:
                return None
            kept = self._answers.get(address)
            if kept and kept.until is not None and kept.until <= time.monotonic():
                return None
            if kept:
                self._answers.move_to_end(address)
            return kept

    def put(self, head: LogState, address: str, kept: Kept) -> None:
        """`head` as it was before the answer was made, so that none outlives its reasons."""
        if len(kept.body) > self._limit:
            return
        with self._lock:
            if head != self._head:
                self._answers.clear()
                self._size, self._head = 0, head
            replaced = self._answers.pop(address, None)
            self._size += len(kept.body) - (len(replaced.body) if replaced else 0)
            self._answers[address] = kept
            while self._size > self._limit:
                _, dropped = self._answers.popitem(last=False)
                self._size -= len(dropped.body)

    def clear(self) -> None:
        with self._lock:
            self._answers.clear()
            self._size, self._head = 0, None


store = AnswerStore(settings.GOVLAB_API_CACHE_BYTES)
