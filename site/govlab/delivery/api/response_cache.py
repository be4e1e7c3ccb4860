"""The response cache of this process, valid until the head of the log changes.

Each request reads the head, which is one row, and a change of it empties the whole cache. A cached
response is therefore never older than the last commit, and only responses that depend on the time
need a timeout.

The cache is bounded by its memory use, including keys and overhead. All spellings of a URL share
one entry: see `parameters.strict`.
"""

import time
from collections.abc import Hashable
from dataclasses import dataclass
from sys import getsizeof
from threading import Lock
from typing import Any, Generic, TypeVar

from cachetools import LRUCache

from .. import conf

# The state of the log, compared only for equality.
Head = Hashable

# Bytes of an entry beyond its strings: container objects and the cache's own tables.
ENTRY_OVERHEAD = 900
SPELLING_OVERHEAD = 500
# The fraction of the memory, 1/16, that is reserved for spellings of URLs.
SPELLINGS_SHARE = 16


@dataclass(frozen=True, slots=True)
class CachedResponse:
    body: bytes
    headers: tuple[tuple[str, str], ...]
    etag: str
    # False for a 304, which has no body to serve to other clients.
    whole: bool = True
    # When it expires, in seconds of `time.monotonic()`; None if it depends on the log only.
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
    """An LRU cache within `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit - limit // SPELLINGS_SHARE
        self._head: Head = None
        self._responses: LRUCache[str, _Sized[CachedResponse]] = LRUCache(self._limit, _size)
        # URL as requested → key. It does not depend on the head of the log.
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
        """Store the response. `head` is the one from before it was built, so that it is not stale.

        `key` is the same for all spellings of the URL; without it, each has its own entry.
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
    """Whether the cached response is the same as the new one, and only it has a body."""
    return present.whole and not new.whole and present.etag == new.etag


def _size(sized: _Sized[Any]) -> int:
    return sized.size


response_cache = ResponseCache(conf.api_cache_bytes())
