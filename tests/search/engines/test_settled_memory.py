"""An index that was up to date is not asked again for a moment, while the log stays as it was."""

from collections.abc import Callable
from itertools import count

import pytest

from govlab.delivery.models.head import LogState
from search.engines import settled_memory
from search.engines.settled_memory import REMEMBERED_SECONDS, SettledMemory

FIRST, SECOND = LogState("log", 1, 1, 0), LogState("log", 2, 2, 0)


class Clock:
    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(settled_memory, "time", clock)
    return clock


def reading() -> Callable[[], int]:
    numbers = count(1)
    return lambda: next(numbers)


def test_for_a_moment_and_one_state(clock: Clock) -> None:
    memory, read = SettledMemory[int](bool), reading()
    assert [memory.get(FIRST, read) for _ in range(3)] == [1, 1, 1]
    assert [memory.get(SECOND, read), memory.get(SECOND, read)] == [2, 2]
    assert memory.get(FIRST, read) == 3
    clock.now += REMEMBERED_SECONDS * 0.9
    assert memory.get(FIRST, read) == 3
    clock.now += REMEMBERED_SECONDS * 0.2
    assert memory.get(FIRST, read) == 4
    memory.forget()
    assert memory.get(FIRST, read) == 5


@pytest.mark.usefixtures("clock")
def test_an_index_that_follows_the_log_is_asked_again() -> None:
    memory, read = SettledMemory[int](lambda found: found > 2), reading()
    assert [memory.get(FIRST, read) for _ in range(5)] == [1, 2, 3, 3, 3]


@pytest.mark.usefixtures("clock")
def test_without_a_state_nothing_is_remembered() -> None:
    memory, read = SettledMemory[int](bool), reading()
    assert [memory.get(None, read), memory.get(None, read), memory.get(FIRST, read)] == [1, 2, 3]


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
def test_what_a_transaction_sees_is_not_remembered() -> None:
    memory, read = SettledMemory[int](bool), reading()
    assert [memory.get(FIRST, read), memory.get(FIRST, read)] == [1, 2]
