"""The registry of tasks that the worker runs in each round. They must be cheap if not due."""

import logging
from collections.abc import Callable

logger = logging.getLogger(__name__)

PeriodicTask = Callable[[], None]
_tasks: dict[str, PeriodicTask] = {}


def register(name: str, task: PeriodicTask) -> None:
    _tasks[name] = task


def run_all() -> None:
    """Run all tasks. A failed task does not stop the others, and is retried in the next round."""
    for name, task in _tasks.items():
        try:
            task()
        except Exception:
            logger.exception("The periodic task “%s” failed; the next round tries again.", name)
