"""Documents as the log stores them, in the memory of a process.

A document at a sequence never changes, so only the sequence is asked for again. Its text is most of
a response: the database unpacks it and sends it, and the process decodes and encodes it.
"""

from collections.abc import Iterable, Mapping
from sys import getsizeof
from threading import Lock

from cachetools import LRUCache
from django.db import connection

# Some thousand documents of usual length.
MAX_BYTES = 32 * 1024 * 1024


class DocumentMemory:
    """An LRU cache of documents, or of their summaries, by their sequence in one log."""

    def __init__(self, limit: int = MAX_BYTES) -> None:
        self._documents: LRUCache[int, bytes] = LRUCache(limit, getsizeof)
        # The identity of the log, see `LogState`.
        self._epoch = ""
        self._lock = Lock()

    def known(self, sequences: Iterable[int]) -> tuple[str, dict[int, bytes]]:
        """Return the epoch that the documents are of, and those that are known. Within a
        transaction, whose changes may be undone, none are."""
        if connection.in_atomic_block:
            return "", {}
        with self._lock:
            found = {each: self._documents.get(each) for each in sequences}
            return self._epoch, {each: text for each, text in found.items() if text is not None}

    def note(self, epoch: str, documents: Mapping[int, bytes]) -> None:
        if connection.in_atomic_block:
            return
        with self._lock:
            if epoch != self._epoch:
                self._documents.clear()
                self._epoch = epoch
            for sequence, text in documents.items():
                if getsizeof(text) <= self._documents.maxsize:
                    self._documents[sequence] = text
