"""Documents as the log stores them, with their texts, in the memory of a process.

A document at a sequence never changes, so only the sequence is asked for again. Documents are most
of a response: the database unpacks them and sends them, and the process decodes and encodes them.
"""

from collections.abc import Iterable, Mapping
from sys import getsizeof
from threading import Lock
from typing import NamedTuple

from cachetools import LRUCache
from django.db import connection

# Some thousand documents of usual length.
MAX_BYTES = 32 * 1024 * 1024


class Known(NamedTuple):
    sequence: int
    # The JSON of the document or its summary, in UTF-8.
    stored: bytes
    # As in `search.models.SearchEntry`: the title, a new line, the rest.
    text: str
    has_files: bool


class DocumentMemory:
    """An LRU cache of documents, or of their summaries, by their pages in one log."""

    def __init__(self, limit: int = MAX_BYTES) -> None:
        self._documents: LRUCache[int, Known] = LRUCache(limit, _size)
        # The identity of the log, see `LogState`.
        self._epoch = ""
        self._lock = Lock()

    def known(self, pages: Iterable[int]) -> tuple[str, dict[int, Known]]:
        """Return the epoch that the documents are of, and those that are known, by their pages.
        Within a transaction, whose changes may be undone, none are."""
        if connection.in_atomic_block:
            return "", {}
        with self._lock:
            found = {page: self._documents.get(page) for page in pages}
            return self._epoch, {page: known for page, known in found.items() if known}

    def note(self, epoch: str, documents: Mapping[int, Known]) -> None:
        if connection.in_atomic_block:
            return
        with self._lock:
            if epoch != self._epoch:
                self._documents.clear()
                self._epoch = epoch
            for page, known in documents.items():
                if _size(known) <= self._documents.maxsize:
                    self._documents[page] = known


def _size(known: Known) -> int:
    return getsizeof(known.stored) + getsizeof(known.text)
