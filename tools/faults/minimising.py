"""Fewer and fewer steps that still lead to a divergence."""

from collections.abc import Callable, Sequence

from .steps import Step

# A fault's moment is not repeated to the millisecond, so a divergence may stay away by chance.
LONGEST = 24


def minimise(steps: Sequence[Step], diverges: Callable[[Sequence[Step]], bool]) -> list[Step]:
    """Leaves out ever smaller parts; `diverges` is asked some dozen times at most."""
    left, tries = list(steps), 0
    size = len(left) // 2
    while size and tries < LONGEST:
        start = 0
        while start < len(left) and tries < LONGEST:
            fewer = left[:start] + left[start + size :]
            tries += 1
            if fewer and diverges(fewer):
                left = fewer
            else:
                start += size
        size //= 2
    return left
