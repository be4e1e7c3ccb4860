from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from cases.models import CaseOutcome
from cases.outcomes import Outcome
from tests.factories import make_case, make_case_index


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [("40", "10", -75), ("8", "9", 12), ("0", "5", None), (None, "5", None), ("5", "5", 0)],
)
def test_change_of_an_outcome(before: str | None, after: str, change: int | None) -> None:
    outcome = CaseOutcome(
        metric="Laiks", before=None if before is None else Decimal(before), after=Decimal(after)
    )
    assert outcome.change_percent == change


@pytest.mark.parametrize(
    ("percent", "label"), [(-75, "−75\xa0%"), (12, "+12\xa0%"), (0, "0\xa0%"), (None, "")]
)
def test_change_is_shown_with_its_sign(percent: int | None, label: str) -> None:
    outcome = Outcome(metric="m", unit="", before=1, after=2, change_percent=percent, source="")
    assert outcome.change_label == label


@pytest.mark.parametrize(("after", "long"), [(12.5, False), (1000, False), (123456, True)])
def test_a_long_figure_is_set_smaller(after: float, long: bool) -> None:
    outcome = Outcome(metric="m", unit="", before=1, after=after, change_percent=1, source="")
    with override("lv"):
        assert outcome.has_long_figures is long


def test_a_figure_below_zero_has_a_true_minus() -> None:
    outcome = Outcome(metric="m", unit="", before=-1.5, after=2, change_percent=233, source="")
    with override("lv"):
        assert outcome.before_label == "−1,5"


@pytest.mark.parametrize(
    ("unit", "before", "after", "lv", "en"),
    [
        ("%", 24, 63, "+39 procentpunkti", "+39 percentage points"),
        ("% vēstuļu", 24, 3, "−21 procentpunkts", "−21 percentage points"),
        ("procenti", 24, 35, "+11 procentpunkti", "+11 percentage points"),
        ("per cent", 24, 25, "+1 procentpunkts", "+1 percentage point"),
        ("%", 2.1, 4.6, "+2,5 procentpunkti", "+2.5 percentage points"),
        ("%", 1, 2.5, "+1,5 procentpunkti", "+1.5 percentage points"),
        ("%", 5, 5, "0 procentpunktu", "0 percentage points"),
        ("%", 0, 5, "+5 procentpunkti", "+5 percentage points"),
        ("%", None, 5, "", ""),
    ],
)
def test_change_of_a_share_is_in_percentage_points(
    unit: str, before: float | None, after: float, lv: str, en: str
) -> None:
    outcome = Outcome(
        metric="m", unit=unit, before=before, after=after, change_percent=162, source=""
    )
    for locale, label in (("lv", lv), ("en", en)):
        with override(locale):
            assert outcome.change_label.replace("\xa0", " ") == label


def test_work_cannot_finish_before_it_starts(home: Any) -> None:
    import datetime as dt

    case = make_case(make_case_index(home))
    case.period_start, case.period_end = dt.date(2026, 2, 1), dt.date(2026, 1, 1)
    with pytest.raises(ValidationError) as caught:
        case.full_clean()
    assert set(caught.value.message_dict) == {"period_end"}


def test_case_needs_a_laboratory(home: Any) -> None:
    case = make_case(make_case_index(home))
    case.laboratory = None
    with pytest.raises(ValidationError) as caught:
        case.full_clean()
    assert set(caught.value.message_dict) == {"laboratory"}
