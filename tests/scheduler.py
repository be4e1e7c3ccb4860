"""Which tests share a process, and which begin first, where a run has several processes."""

from collections.abc import Sequence
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

# Tests below one of these share what is dear to make: a server of their own, a crawl. They begin
# in this order and before all others, so that nothing long is left when the rest is done.
TOGETHER = (
    "tests/search/engines/faults/",
    "tests/tools/faults/test_short_run.py",
    "tests/plugin/",
    "tests/deploy/",
    "tests/browser/",
    "tests/starter/test_public_pages.py",
)
# Each long by itself, in any process.
LONG = (
    "tests/delivery/replica/",
    "tests/editing/access/",
    "tests/delivery/schedule/test_faults.py",
    "tests/search/measurement/",
)


class Scheduler(LoadScopeScheduling):
    """By folders, where xdist's own groups go by marks: its release 3.8 does not find them with
    pytest 9.2, and then sends each test wherever there is time."""

    def _split_scope(self, nodeid: str) -> str:
        return next((place for place in TOGETHER if nodeid.startswith(place)), nodeid)


def make(config: pytest.Config, log: Any) -> Scheduler:
    config.option.loadscopereorder = False
    return Scheduler(config, log)


def arrange(items: list[pytest.Item]) -> None:
    """The order within each place, and of all others, stays that of pytest-randomly."""
    places: Sequence[str] = (*TOGETHER, *LONG)

    def rank(item: pytest.Item) -> int:
        found = (number for number, place in enumerate(places) if item.nodeid.startswith(place))
        return next(found, len(places))

    items.sort(key=rank)
