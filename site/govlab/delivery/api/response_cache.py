"""The response cache of this process, valid for as long as the log's head stays where it was.

Each request reads the head, one row; the whole cache is emptied when it moved. So a cached response
is never older than the last commit, and only one that depends on the time needs a time-out.

The cache is bounded by the memory that it takes, keys and bookkeeping included. A response is
stored once, however many ways its address can be spelt: see `parameters.strict`.
"""

import time
from collections.abc import Hashable
from dataclasses import dataclass
from sys import getsizeof
from threading import Lock
from typing import Any, Generic, TypeVar

from cachetools import LRUCache

from .. import conf

# The state of the log; compared and never looked into.
Head = Hashable

# Bytes that an entry takes beside its strings: the objects that hold them, the cache's own tables.
ENTRY_OVERHEAD = 900
SPELLING_OVERHEAD = 500
# Of the memory, one part in so many is for spellings of addresses.
SPELLINGS_SHARE = 16


@dataclass(frozen=True, slots=True)
class CachedResponse:
    body: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str
    # False for a 304: there is no body to serve to others.
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


class ResponseCache:
    """Least recently used first out, within `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit - limit // SPELLINGS_SHARE
        self._head: Head = None
        self._responses: LRUCache[str, _Sized[CachedResponse]] = LRUCache(self._limit, _size)
        # Address as requested → key. Valid whatever is published, so heads do not matter.
        self._spellings: LRUCache[str, _Sized[str]] = LRUCache(limit // SPELLINGS_SHARE, _size)
        self._lock = Lock()

    def get(self, head: Head, address: str) -> CachedResponse | None:
        with self._lock:
            if head != self._head:
                return None
            spelling = self._spellings.get(address)
            found = self._responses.get(spelling.value) if spelling else None
            if found is None:
                return None
            until = found.value.until
            return found.value if until is None or until > time.monotonic() else None

    def put(self, head: Head, address: str, response: CachedResponse, key: str = "") -> None:
        """`head` as it was before the response was made, so that none outlives its reasons.

        `key` is the same for every spelling of the address; without it, each is stored by itself.
        """
        key = key or address
        size = response.size() + getsizeof(key) + ENTRY_OVERHEAD
        if size > self._limit:
            return
        with self._lock:
            if head != self._head:
                self._responses.clear()
                self._head = head
            self._remember(address, key)
            present = self._responses.get(key)
            if not (present and _says_more(present.value, response)):
                self._responses[key] = _Sized(response, size)

    def _remember(self, address: str, key: str) -> None:
        size = getsizeof(address) + getsizeof(key) + SPELLING_OVERHEAD
        if size <= self._spellings.maxsize:
            self._spellings[address] = _Sized(key, size)

    def clear(self) -> None:
        with self._lock:
            self._responses.clear()
            self._spellings.clear()
            self._head = None


def _says_more(present: CachedResponse, new: CachedResponse) -> bool:
    """Whether the same response is there with its body, and the new one has none."""
    return present.whole and not new.whole and present.etag == new.etag


def _size(sized: _Sized[Any]) -> int:
    return sized.size


response_cache = ResponseCache(conf.api_cache_bytes())
