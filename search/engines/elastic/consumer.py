"""The consumer that updates the indices from the log, and rebuilds them if they are not as created.

It runs in its own thread of the worker, never during a request.
"""

import logging
import time
from collections.abc import Sequence
from contextlib import nullcontext

from govlab.delivery.log.consumers import Consumer, note_error
from govlab.delivery.log.feed import Entry
from govlab.delivery.models import Head

from . import indices
from .cluster import patient_cluster
from .entries import IndexMismatchError, write
from .inspection import mismatches
from .rebuild import RebuildRunningError, rebuild

logger = logging.getLogger(__name__)

# The interval of inspections of the indices while nothing fails.
INSPECTION_SECONDS = 30.0


class Follower:
    """The consumer with its state between two rounds."""

    def __init__(self) -> None:
        self._inspected: float | None = None

    def prepare(self, sequence: int) -> int | None:
        if self._inspected is not None and time.monotonic() < self._inspected + INSPECTION_SECONDS:
            return sequence
        client = patient_cluster()
        head = Head.current().sequence
        found = list(mismatches(client, complete_to=sequence if sequence == head else None))
        if found:
            what = "; ".join(found)
            logger.warning("Search indices are rebuilt: %s", what)
            # Searches fail over to the database until that is done.
            note_error(indices.CONSUMER, IndexMismatchError(what))
            try:
                sequence = rebuild(client, lambda done, total: None, nullcontext())
            except RebuildRunningError:
                return None
        self._inspected = time.monotonic()
        return sequence

    def apply(self, entries: Sequence[Entry]) -> None:
        try:
            write(patient_cluster(), entries, indices.aliases(), require_alias=True)
        except Exception as error:
            self._inspected = None
            if isinstance(error, IndexMismatchError):
                logger.warning("The search index refused an entry: %s", error)
            raise


def make() -> Consumer:
    follower = Follower()
    return Consumer(indices.CONSUMER, follower.apply, follower.prepare)
