"""Consumers follow the log, each with a cursor of its own, and get every entry at least once.

A consumer's cursor moves only after it has applied a batch, so one that fails gets the same batch
again, and entries must be applied by their sequence: the same or an older one changes nothing.
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
    # Called with the cursor's sequence before entries are handed over, to put right what they go
    # to. Returns the sequence to go on from; None where entries cannot be taken for now.
    prepare: Callable[[int], int | None] = _go_on


_consumers: dict[str, Consumer] = {}


def register(consumer: Consumer) -> None:
    _consumers[consumer.name] = consumer


def registered() -> list[Consumer]:
    return list(_consumers.values())


def advance_all() -> None:
    """One that fails says so on its cursor and holds up no other."""
    for consumer in registered():
        advance(consumer)


def advance(consumer: Consumer) -> bool:
    """Hands over everything up to the end of the log. False where the consumer failed.

    Where another process is at it, that one does the work.
    """
    with alone(consumer.name) as ours:
        if not ours:
            return True
        try:
            _advance(consumer)
        except Exception as error:
            known = ConsumerCursor.objects.filter(name=consumer.name).exclude(error="").exists()
            # A failure that goes on needs no second traceback.
            logger.error(
                "Consumer “%s” failed; it gets the same entries again. %s: %s",
                consumer.name,
                type(error).__name__,
                error,
                exc_info=not known,
            )
            note_error(consumer.name, error)
            return False
    return True


def note_error(name: str, error: Exception) -> None:
    """What keeps a consumer from going on; it is cleared when it has gone on."""
    ConsumerCursor.objects.filter(name=name).update(error=f"{type(error).__name__}: {error}")


def alone(name: str, *, wait: bool = False) -> AbstractContextManager[bool]:
    """While it holds, nobody else hands entries to the consumer of that name."""
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
