"""Rebuilds all indices from the log, beside the live ones, and switches to them atomically."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager

from django.db import transaction
from elasticsearch import ApiError, Elasticsearch, TransportError

from govlab.delivery.locks import exclusive
from govlab.delivery.log import consumers, feed
from govlab.delivery.models import ConsumerCursor, Document

from . import indices
from .entries import write

logger = logging.getLogger(__name__)

# Called with the number of entries written and their expected total.
Progress = Callable[[int, int], None]


class RebuildRunningError(Exception):
    """Another process is rebuilding the indices."""


def rebuild(
    client: Elasticsearch, progress: Progress, switching: AbstractContextManager[object]
) -> int:
    """Return the sequence up to which the new indices are complete.

    After a failure, the previous indices stay in use and the new ones are deleted.

    `switching` is a context manager that locks the consumer during the last entries and the
    switch. Raises RebuildRunningError.
    """
    with exclusive("search rebuild") as ours:
        if not ours:
            raise RebuildRunningError
        # Left by a rebuild that was killed.
        _discard(client, indices.unused(client))
        made: dict[str, str] = {}
        try:
            for locale in indices.LOCALES:
                made[locale] = indices.create(client, locale)
            replay = _Replay(client, made, progress)
            replay.to_the_end()
            indices.merge(client, list(made.values()))
            with switching:
                replay.to_the_end()
                client.indices.refresh(index=list(made.values()))
                with transaction.atomic():
                    indices.note(client, made)
                    ConsumerCursor.objects.update_or_create(
                        name=indices.CONSUMER, defaults={"sequence": replay.sequence, "error": ""}
                    )
                    indices.switch(client, made)
        except BaseException:
            _discard(client, list(made.values()))
            raise
        _discard(client, indices.unused(client, but=list(made.values())))
        return replay.sequence


def _discard(client: Elasticsearch, names: list[str]) -> None:
    """Delete indices if possible. Raises nothing, because leftovers do no harm."""
    for name in names:
        try:
            indices.remove(client, [name])
        except (ApiError, TransportError) as error:
            logger.warning("%s could not be deleted; the next rebuild will retry: %s", name, error)


class _Replay:
    def __init__(self, client: Elasticsearch, targets: dict[str, str], progress: Progress) -> None:
        self.client = client
        self.targets = targets
        self.progress = progress
        self.sequence = 0
        self.done = 0
        self.total = Document.objects.count()

    def to_the_end(self) -> None:
        while entries := feed.after(self.sequence, consumers.BATCH):
            write(self.client, entries, self.targets, require_alias=False)
            self.sequence = entries[-1].sequence
            self.done += len(entries)
            self.total = max(self.total, self.done)
            self.progress(self.done, self.total)
