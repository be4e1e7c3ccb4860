"""Tests that share what is dear run in one process, and all places that are named are there."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests import scheduler

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("place", [*scheduler.TOGETHER, *scheduler.LONG])
def test_places_are_there(place: str) -> None:
    assert (ROOT / place).exists()


def test_one_place_is_one_unit() -> None:
    made: Any = scheduler.Scheduler.__new__(scheduler.Scheduler)
    place = scheduler.TOGETHER[0]
    units = {made._split_scope(f"{place}test_{name}.py::test") for name in "ab"}
    assert units == {place}
    assert made._split_scope("tests/news/test_a.py::test[a]") == "tests/news/test_a.py::test[a]"


def test_long_ones_begin_and_the_rest_keeps_its_order() -> None:
    ids = ["tests/b.py::b", f"{scheduler.LONG[0]}x.py::x", "tests/a.py::a", scheduler.TOGETHER[0]]
    items: list[Any] = [SimpleNamespace(nodeid=nodeid) for nodeid in ids]
    scheduler.arrange(items)
    assert [item.nodeid for item in items] == [ids[3], ids[1], ids[0], ids[2]]
