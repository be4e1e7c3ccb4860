import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.measurement.relevance import ndcg, reciprocal_rank, success

GRADES = {1: 3, 2: 2, 3: 1}


def test_the_best_order_is_one_and_nothing_is_none() -> None:
    assert ndcg([1, 2, 3, 9], GRADES) == 1
    assert ndcg([7, 8, 9], GRADES) == ndcg([], GRADES) == ndcg([1], {}) == 0


def test_gain_is_exponential_and_discounted_by_the_logarithm_of_the_rank() -> None:
    best = 7 + 3 / math.log2(3) + 1 / 2
    assert ndcg([9, 1], GRADES) == pytest.approx((7 / math.log2(3)) / best)
    assert ndcg([9] * 10 + [1], GRADES) == 0


def test_reciprocal_rank_is_of_the_first_page_with_a_grade() -> None:
    assert reciprocal_rank([9, 3, 1], GRADES) == 1 / 2
    assert reciprocal_rank([9], GRADES) == 0


def test_success_wants_a_page_of_the_highest_grade() -> None:
    assert success([2, 9, 1], GRADES, 1) == 0
    assert success([2, 9, 1], GRADES, 3) == 1
    assert success([1], {}, 1) == 0


@given(st.permutations(range(1, 13)))
def test_every_measure_lies_between_none_and_one(found: list[int]) -> None:
    for value in (ndcg(found, GRADES), reciprocal_rank(found, GRADES), success(found, GRADES, 3)):
        assert 0 <= value <= 1
