"""Rebuilds every index beside the live ones, from the log, and switches to them in one step."""

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
from .readiness import has_dictionaries

logger = logging.getLogger(__name__)

# Handed the entries written and their expected number.
Progress = Callable[[int, int], None]


class RebuildRunningError(Exception):
    """Another process is at it."""


def rebuild(
    client: Elasticsearch, progress: Progress, switching: AbstractContextManager[object]
) -> int:
    """Returns the sequence up to which the new indices are complete.

    A failure leaves what was there, and nothing else.

    `switching` is entered for the last stretch of the log and the switch: nobody else may hand
    entries to the indices meanwhile. Raises RebuildRunningError.
    """
    with exclusive("search rebuild") as ours:
        if not ours:
            raise RebuildRunningError
        # What a rebuild left that could not clean up, because it was killed.
        _discard(client, indices.unused(client))
        dictionaries = has_dictionaries(client)
        made: dict[str, str] = {}
        try:
            for locale in indices.LOCALES:
                made[locale] = indices.create(client, locale, dictionaries=dictionaries)
            replay = _Replay(client, made, progress)
            replay.to_the_end()
            with switching:
                replay.to_the_end()
                client.indices.refresh(index=list(made.values()))
                with transaction.atomic():
                    indices.note(client, made, dictionaries=dictionaries)
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
    """What stays, because it is read-only for example, is in nobody's way: raises nothing."""
    for name in names:
        try:
            indices.remove(client, [name])
        except (ApiError, TransportError) as error:
            logger.warning("The next rebuild shall remove %s, which stays: %s", name, error)


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
