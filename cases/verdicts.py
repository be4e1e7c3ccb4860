"""What came of an outcome, by its figures alone."""

from typing import Any

from .choices import Direction, OutcomeVerdict


def verdict_of(before: Any, after: Any, direction: str) -> OutcomeVerdict:
    """`before` and `after` are numbers or None; without a direction, a change is not judged."""
    if after is None:
        return OutcomeVerdict.NOT_MEASURED
    if before is None:
        return OutcomeVerdict.AFTER_ONLY
    if after == before:
        return OutcomeVerdict.SAME
    if direction not in Direction.values:
        return OutcomeVerdict.NOT_JUDGED
    fell = after < before
    return OutcomeVerdict.BETTER if fell == (direction == Direction.LOWER) else OutcomeVerdict.WORSE
