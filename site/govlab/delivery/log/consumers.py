"""Consumers of the log: each has its own cursor and receives every entry at least once.

A consumer's cursor advances only after a batch was applied, so a failed batch is repeated.
Consumers must therefore be idempotent, and ignore entries with an older or equal sequence.
"""

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from ..locks import exclusive
from ..models import ConsumerCursor
from . import feed

logger = logging.getLogger(__name__)

BATCH = 200


def _go_on(sequence: int) -> int:
    return sequence


@dataclass(frozen=True)
class Consumer:
    name: str
    apply: Callable[[Sequence[feed.Entry]], None]
    # Called with the cursor's sequence before entries are applied, to prepare the target. Returns
    # the sequence to continue from, or None if the consumer cannot accept entries now.
    prepare: Callable[[int], int | None] = _go_on


_consumers: dict[str, Consumer] = {}


def register(consumer: Consumer) -> None:
    _consumers[consumer.name] = consumer


def registered() -> list[Consumer]:
    return list(_consumers.values())


def advance_all() -> None:
    """Advance all consumers. A failure is recorded on its cursor and does not stop the others."""
    for consumer in registered():
        advance(consumer)


def advance(consumer: Consumer) -> bool:
    """Apply all entries up to the end of the log. Returns False if the consumer failed.

    Does nothing if another process is advancing the same consumer.
    """
    with alone(consumer.name) as ours:
        if not ours:
            return True
        try:
            _advance(consumer)
        except Exception as error:
            known = ConsumerCursor.objects.filter(name=consumer.name).exclude(error="").exists()
            # The traceback is logged once only.
            logger.error(
                "Consumer “%s” failed and will retry the same entries. %s: %s",
                consumer.name,
                type(error).__name__,
                error,
                exc_info=not known,
            )
            note_error(consumer.name, error)
            return False
    return True


def note_error(name: str, error: Exception) -> None:
    """Record why a consumer cannot advance; it is cleared once it does."""
    ConsumerCursor.objects.filter(name=name).update(error=f"{type(error).__name__}: {error}")


def alone(name: str, *, wait: bool = False) -> AbstractContextManager[bool]:
    """Lock the consumer, so that no other process advances it."""
    return exclusive(f"consumer {name}", wait=wait)


def _advance(consumer: Consumer) -> None:
    cursor, _ = ConsumerCursor.objects.get_or_create(name=consumer.name)
    start = consumer.prepare(cursor.sequence)
    if start is None:
        return
    if start != cursor.sequence:
        cursor.sequence = start
        cursor.save()
    while entries := feed.after(cursor.sequence, BATCH):
        consumer.apply(entries)
        cursor.sequence, cursor.error = entries[-1].sequence, ""
        cursor.save()
    if cursor.error:
        cursor.error = ""
        cursor.save()
