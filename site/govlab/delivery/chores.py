"""What other rooms have done in each round of the worker; cheap where nothing is due."""

import logging
from collections.abc import Callable

logger = logging.getLogger(__name__)

Chore = Callable[[], None]
_chores: dict[str, Chore] = {}


def register(name: str, chore: Chore) -> None:
    _chores[name] = chore


def do_all() -> None:
    """One that fails holds up no other; it is tried again in the next round."""
    for name, chore in _chores.items():
        try:
            chore()
        except Exception:
            logger.exception("The worker's chore “%s” failed; the next round tries again.", name)
