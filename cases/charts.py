"""The geometry of the stitch chart: two figures as rows of cross-stitches on one scale from zero.

All lengths are units of the drawing. A row has only whole stitches, so that it is never longer than
its figure; the rule below it has the exact length.
"""

from dataclasses import dataclass
from math import floor, isfinite

STITCH = 8
STITCHES = 40
WIDTH = STITCH * STITCHES
ROW = 24
# One cross within its stitch, from the corner where the pen is to that of the next stitch.
_CROSS = "m1 1l6 6m0-6l-6 6m7-7"


@dataclass(frozen=True)
class Bar:
    # The rule of the exact length.
    x: float
    length: float
    y: int
    # The path of the whole stitches; empty if the figure is shorter than one.
    stitches: str

    @property
    def rule_y(self) -> int:
        return self.y + STITCH + 2


@dataclass(frozen=True)
class Chart:
    before: Bar
    after: Bar
    # Where zero is; at the left unless a figure is negative.
    zero: float
    width: int = WIDTH
    height: int = 2 * ROW


def stitch_chart(before: float, after: float) -> Chart | None:
    """Return the chart; None if there is nothing to draw: both are zero, or one is no number."""
    if not (isfinite(before) and isfinite(after)) or before == after == 0:
        return None
    # Scaled before they are subtracted, since the difference of huge figures may overflow.
    largest = max(abs(before), abs(after))
    shares = before / largest, after / largest
    low, high = min(0.0, *shares), max(0.0, *shares)
    span = high - low
    zero = -low / span * WIDTH
    first, second = (_bar(share / span * WIDTH, zero, at * ROW) for at, share in enumerate(shares))
    return Chart(first, second, _short(zero))


def _bar(length: float, zero: float, y: int) -> Bar:
    """`length` is negative for a figure below zero, whose bar ends at zero."""
    size = _short(abs(length))
    number = floor(size / STITCH)
    start = zero - number * STITCH if length < 0 else zero
    stitches = f"M{_short(start):g} {y}{_CROSS * number}" if number else ""
    return Bar(_short(max(0.0, zero - size) if length < 0 else zero), size, y, stitches)


def _short(length: float) -> float:
    """Round down to two decimals."""
    return floor(length * 100 + 1e-6) / 100
