"""How long a server is asked before it is measured."""

from collections.abc import Sequence

import pytest

from bench.search.warm_up import MOST_WALKS, until_steady


@pytest.mark.parametrize(
    ("rates", "count"),
    [
        ([100, 100, 100, 100, 100], 4),
        ([100, 90, 102, 80, 200], 4),
        ([20, 60, 110, 150, 149, 150, 151, 300], 7),
        # A pause is no end, if it goes on rising afterwards.
        ([20, 60, 59, 58, 90, 90, 91, 92, 300], 8),
    ],
)
def test_a_server_is_warm_when_it_gets_no_faster(rates: Sequence[float], count: int) -> None:
    coming = iter(rates)
    assert until_steady(lambda: next(coming)) == rates[:count]


def test_a_server_that_goes_on_getting_faster_is_measured_in_the_end() -> None:
    rates = (1.1**place for place in range(10**6))
    assert len(until_steady(lambda: next(rates))) == MOST_WALKS
