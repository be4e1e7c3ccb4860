"""The stitch chart: honest lengths for every pair of figures."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cases.charts import STITCH, WIDTH, stitch_chart

figures = st.floats(-1e300, 1e300, allow_nan=False)


@given(before=figures, after=figures)
@example(42.0, 18.0)
@example(0.0, 5.0)
@example(-3.5, 2.25)
@example(-1e300, 1e300)
@example(1e-300, 0.0)
def test_a_bar_is_never_longer_than_its_share(before: float, after: float) -> None:
    chart = stitch_chart(before, after)
    if before == after == 0:
        assert chart is None
        return
    assert chart
    largest = max(abs(before), abs(after))
    shares = before / largest, after / largest
    span = max(0.0, *shares) - min(0.0, *shares)
    for share, bar in zip(shares, (chart.before, chart.after), strict=True):
        exact = abs(share) / span * WIDTH
        assert exact - 0.02 <= bar.length <= exact + 1e-6
        assert bar.x >= 0
        assert bar.x + bar.length <= WIDTH + 1e-6
        # Both begin at zero.
        edge = bar.x + bar.length if share < 0 else bar.x
        assert edge == pytest.approx(chart.zero, abs=0.03)
        assert bar.stitches.count("l6 6") * STITCH <= bar.length


def test_lengths_are_in_the_ratio_of_the_figures() -> None:
    chart = stitch_chart(42, 18)
    assert chart
    assert (chart.before.length, chart.after.length) == (
        320,
        pytest.approx(320 * 18 / 42, abs=0.01),
    )
    assert chart.before.stitches.count("l6 6") == 40
    assert chart.after.stitches.count("l6 6") == 17


@pytest.mark.parametrize("figure", [float("inf"), float("nan")])
def test_what_is_no_number_is_not_drawn(figure: float) -> None:
    assert stitch_chart(1, figure) is None
