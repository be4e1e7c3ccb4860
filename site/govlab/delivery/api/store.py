"""Answers kept in this process for as long as the log's head stands where it stood.

Each request asks the head, one row; everything kept is dropped when it moved. So an answer is never
older than the last commit, and only one that depends on the time needs a time-out.

What is kept is bounded by what it takes of memory, keys and bookkeeping included. One answer is
kept once, however many ways its address can be spelt: see `parameters.strict`.
"""

import time
from collections.abc import Hashable
from dataclasses import dataclass
from sys import getsizeof
from threading import Lock
from typing import Any, Generic, TypeVar

from cachetools import LRUCache
from django.conf import settings

# The end of the log as its reader tells it apart; compared and never looked into.
Head = Hashable

# Bytes that an entry takes beside its strings: the objects that hold them, the cache's own tables.
ENTRY_OVERHEAD = 900
SPELLING_OVERHEAD = 500
# Of the memory, one part in so many is for spellings of addresses.
SPELLINGS_SHARE = 16


@dataclass(frozen=True, slots=True)
class Kept:
    body: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str
    # Not so where only readers that had it already asked: then there is no body to give to others.
    whole: bool = True
    # When it ends by itself, on this process's own clock; None where only the log ends it.
    until: float | None = None

    def size(self) -> int:
        parts: list[object] = [self.body, self.etag, self.headers]
        for header in self.headers:
            parts += [header, *header]
        return sum(map(getsizeof, parts))


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Sized(Generic[_T]):
    value: _T
    size: int


class AnswerStore:
    """Least recently used first out, within `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit - limit // SPELLINGS_SHARE
        self._head: Head = None
        self._answers: LRUCache[str, _Sized[Kept]] = LRUCache(self._limit, _size)
        # Address as it was asked for → key. True whatever is published, so heads do not matter.
        self._spellings: LRUCache[str, _Sized[str]] = LRUCache(limit // SPELLINGS_SHARE, _size)
        self._lock = Lock()

    def get(self, head: Head, address: str) -> Kept | None:
        with self._lock:
            if head != self._head:
                return None
            spelling = self._spellings.get(address)
            found = self._answers.get(spelling.value) if spelling else None
            if found is None:
                return None
            until = found.value.until
            return found.value if until is None or until > time.monotonic() else None

    def put(self, head: Head, address: str, kept: Kept, key: str = "") -> None:
        """`head` as it was before the answer was made, so that none outlives its reasons.

        `key`: the same for every spelling of the address; without it, each is kept for itself.
        """
        key = key or address
        size = kept.size() + getsizeof(key) + ENTRY_OVERHEAD
        if size > self._limit:
            return
        with self._lock:
            if head != self._head:
                self._answers.clear()
                self._head = head
            self._remember(address, key)
            present = self._answers.get(key)
            if not (present and _says_more(present.value, kept)):
                self._answers[key] = _Sized(kept, size)

    def _remember(self, address: str, key: str) -> None:
        size = getsizeof(address) + getsizeof(key) + SPELLING_OVERHEAD
        if size <= self._spellings.maxsize:
            self._spellings[address] = _Sized(key, size)

    def clear(self) -> None:
        with self._lock:
            self._answers.clear()
            self._spellings.clear()
            self._head = None


def _says_more(present: Kept, new: Kept) -> bool:
    """Whether the same answer is there with its body, and the new one has none."""
    return present.whole and not new.whole and present.etag == new.etag


def _size(sized: _Sized[Any]) -> int:
    return sized.size


store = AnswerStore(settings.GOVLAB_API_CACHE_BYTES)
