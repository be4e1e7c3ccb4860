from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

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
    ("percent", "label"), [(-75, "−75 %"), (12, "+12 %"), (0, "0 %"), (None, "")]
)
def test_change_is_shown_with_its_sign(percent: int | None, label: str) -> None:
    outcome = Outcome(metric="m", unit="", before=1, after=2, change_percent=percent, source="")
    assert outcome.change_label == label


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
