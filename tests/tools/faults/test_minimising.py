"""A divergence is told by the steps that it needs."""

from tools.faults.minimising import LONGEST, minimise
from tools.faults.steps import Step


def steps(*names: str) -> list[Step]:
    return [Step("action", name, 1) for name in names]


def test_only_what_it_needs_is_left() -> None:
    every = steps(*"abcdefghij")
    needed = {"c", "h"}
    left = minimise(every, lambda fewer: needed <= {step.name for step in fewer})
    assert [step.name for step in left] == ["c", "h"]


def test_one_that_stays_away_is_told_whole() -> None:
    every = steps(*"abcdef")
    assert minimise(every, lambda fewer: False) == every


def test_it_ends() -> None:
    tries: list[int] = []
    minimise(steps(*map(str, range(200))), lambda fewer: bool(tries.append(1)))  # type: ignore[func-returns-value]
    assert len(tries) <= LONGEST
