from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from cases.choices import Direction, OutcomeVerdict
from cases.models import CaseOutcome
from cases.outcomes import Outcome
from cases.schemas import CaseDocument
from cases.verdicts import verdict_of
from govlab.delivery.documents.drafts import draft_document
from tests.factories import make_case, make_case_index

figures = st.decimals(-(10**12), 10**12, places=2)


@pytest.mark.parametrize(
    ("before", "after", "direction", "verdict"),
    [
        (42, 18, "lower_is_better", "better"),
        (42, 18, "higher_is_better", "worse"),
        (-5, -2, "higher_is_better", "better"),
        (3, 3, "lower_is_better", "same"),
        (0, 0, "", "same"),
        (None, 4, "higher_is_better", "after_only"),
        (4, None, "higher_is_better", "not_measured"),
        (None, None, "", "not_measured"),
        (42, 18, "", "not_judged"),
    ],
)
def test_verdicts(before: Any, after: Any, direction: str, verdict: str) -> None:
    assert verdict_of(before, after, direction) == verdict


@given(before=figures, after=figures)
def test_a_worse_figure_is_never_called_better(before: Decimal, after: Decimal) -> None:
    lower, higher = (verdict_of(before, after, side) for side in Direction)
    if after == before:
        assert lower == higher == OutcomeVerdict.SAME
    else:
        assert (lower == OutcomeVerdict.BETTER) == (after < before)
        assert {lower, higher} == {OutcomeVerdict.BETTER, OutcomeVerdict.WORSE}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"after": None}, "after"),
        ({"after": Decimal(1), "not_measured": "Nebija laika."}, "not_measured"),
    ],
)
def test_an_outcome_has_a_figure_or_a_reason(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        CaseOutcome(metric="Laiks", **fields).clean()
    assert set(caught.value.message_dict) == {field}


def test_a_change_from_a_negative_figure_has_its_own_sign() -> None:
    outcome = CaseOutcome(metric="Bilance", before=Decimal(-10), after=Decimal(-5))
    assert outcome.change_percent == 50


def test_what_was_not_measured_is_apart_in_the_document(home: Any) -> None:
    """`after` of an outcome is always a number in the released contract."""
    case = make_case(make_case_index(home), stopped="Beidzās nauda.")
    fields = {"page": case, "locale": case.locale}
    CaseOutcome.objects.create(
        metric="Laiks", before=2, after=3, direction="lower_is_better", **fields
    )
    CaseOutcome.objects.create(metric="Prieks", not_measured="Nejautājām.", **fields)
    document = draft_document(case)
    assert isinstance(document, CaseDocument)
    assert [(one.metric, one.verdict) for one in document.outcomes] == [("Laiks", "worse")]
    assert [(one.metric, one.reason) for one in document.unmeasured] == [("Prieks", "Nejautājām.")]
    assert document.stopped == "Beidzās nauda."
    assert {"Prieks", "Nejautājām.", "Beidzās nauda."} <= set(document.texts())


@pytest.mark.parametrize(
    ("language", "figure", "label"),
    [
        ("lv", 0.5, "0,5"),
        ("lv", 1234567.25, "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567,25"),
        ("en", 1234567.0, "1,234,567"),
        ("en", -100.0, "−100"),
        ("lv", 0.0, "0"),
        ("lv", 999999999999.99, "999 999 999 999,99".replace(" ", "\N{NO-BREAK SPACE}")),
    ],
)
def test_figures_keep_their_decimals(language: str, figure: float, label: str) -> None:
    outcome = Outcome(metric="m", unit="", before=figure, after=figure, change_percent=0, source="")
    with override(language):
        assert outcome.before_label == outcome.after_label == label
