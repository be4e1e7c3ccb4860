"""What came of an outcome, by its figures alone."""

from typing import Any

from .choices import Direction, Verdict


def verdict_of(before: Any, after: Any, direction: str) -> Verdict:
    """`before` and `after` are numbers or None; without a direction, a change is not judged."""
    if after is None:
        return Verdict.NOT_MEASURED
    if before is None:
        return Verdict.AFTER_ONLY
    if after == before:
        return Verdict.SAME
    if direction not in Direction.values:
        return Verdict.NOT_JUDGED
    fell = after < before
    return Verdict.BETTER if fell == (direction == Direction.LOWER) else Verdict.WORSE
