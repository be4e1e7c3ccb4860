import pytest
from django.utils.translation import override

from home.duration import duration_label, people_label


@pytest.mark.parametrize(
    ("shortest", "longest", "unit", "language", "label"),
    [
        (60, 90, "minutes", "en", "60–90 minutes"),
        (1, 1, "hours", "en", "1 hour"),
        (None, 2, "days", "en", "2 days"),
        (None, None, "days", "en", ""),
        (60, 90, "minutes", "lv", "60–90 minūtes"),
        (1, 1, "hours", "lv", "1 stunda"),
        (10, 21, "minutes", "lv", "10–21 minūte"),
        (3, 5, "weeks", "lv", "3–5 nedēļas"),
    ],
)
def test_duration(
    shortest: int | None, longest: int | None, unit: str, language: str, label: str
) -> None:
    with override(language):
        assert duration_label(shortest, longest, unit) == label


@pytest.mark.parametrize(("language", "label"), [("en", "4–10 people"), ("lv", "4–10 cilvēki")])
def test_people(language: str, label: str) -> None:
    with override(language):
        assert people_label(4, 10) == label
