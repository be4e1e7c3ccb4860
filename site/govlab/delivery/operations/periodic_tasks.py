"""What other packages have done in each round of the worker; cheap where nothing is due."""

import logging
from collections.abc import Callable

logger = logging.getLogger(__name__)

PeriodicTask = Callable[[], None]
_tasks: dict[str, PeriodicTask] = {}


def register(name: str, task: PeriodicTask) -> None:
    _tasks[name] = task


def run_all() -> None:
    """One that fails holds up no other; it is tried again in the next round."""
    for name, task in _tasks.items():
        try:
            task()
        except Exception:
            logger.exception("The periodic task “%s” failed; the next round tries again.", name)
