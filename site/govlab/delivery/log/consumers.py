"""Consumers follow the log, each with a cursor of its own, and get every entry at least once.

A consumer registers a function that takes a batch of entries. Its cursor moves only after the
function returned, so a consumer that fails gets the same batch again, and entries must be applied
by their sequence: the same or an older one changes nothing.
"""

import logging
from collections.abc import Callable, Sequence

from ..models import ConsumerCursor
from . import feed

logger = logging.getLogger(__name__)

BATCH = 200

Handler = Callable[[Sequence[feed.Entry]], None]
_handlers: dict[str, Handler] = {}


def register(name: str, handler: Handler) -> None:
    _handlers[name] = handler


def advance_all() -> None:
    """One that fails says so on its cursor and holds up no other."""
    for name, handler in _handlers.items():
        try:
            advance(name, handler)
        except Exception as error:
            logger.exception("Consumer “%s” failed; it gets the same entries again.", name)
            ConsumerCursor.objects.filter(name=name).update(
                error=f"{type(error).__name__}: {error}"
            )


def advance(name: str, handler: Handler) -> int:
    """Hands over everything up to the end of the log; returns the sequence reached."""
    cursor, _ = ConsumerCursor.objects.get_or_create(name=name)
    while entries := feed.after(cursor.sequence, BATCH):
        handler(entries)
        cursor.sequence, cursor.error = entries[-1].sequence, ""
        cursor.save()
    return cursor.sequence
