"""The relay's first try, right after an editor's commit.

It takes what little time an editor does not notice, the newest marks first, and never waits for
another relay; the worker does the rest within a second, and all of it where this could not.
"""

import logging
import time

from django.db import DatabaseError

from .. import conf
from .relay import step

logger = logging.getLogger(__name__)

SECONDS = 0.02
# Marks a step: a page that is published for the first time has two, for itself and what is below.
SIZE = 3


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
