"""The relay's first try, right after an editor's commit.

It takes what little time an editor does not notice, the newest marks first, and never waits for
another relay; the worker does the rest within a second, and all of it where this could not. Every
mark that is saved wakes it, whichever app writes it; those that the relay leaves to itself are
created in bulk, and do not.
"""

import logging
import time
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models.signals import post_save

from .. import conf
from ..models import Mark
from .relay import step

logger = logging.getLogger(__name__)

SECONDS = 0.02
# Marks a step: a page that is published for the first time has two, for itself and what is below.
SIZE = 3


def connect() -> None:
    post_save.connect(_marked, sender=Mark, dispatch_uid="delivery_inline_relay")


def _marked(created: bool, **kwargs: Any) -> None:
    # Robust: whatever goes wrong there is logged, and the change that was made stands. Once is
    # enough, however many marks a transaction writes.
    if created and not any(entry[1] is relay_soon for entry in connection.run_on_commit):
        transaction.on_commit(relay_soon, robust=True)


def relay_soon() -> None:
    """Raises nothing: what it leaves is found by the worker."""
    if not conf.inline_relay():
        return
    deadline = time.monotonic() + SECONDS
    try:
        while step(newest_first=True, size=SIZE, wait=False) is not None:
            if time.monotonic() > deadline:
                return
    except DatabaseError:
        logger.info("Another relay is at work; the worker takes up what was marked.")
