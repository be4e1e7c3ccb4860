import pytest
from django.utils.translation import override

from home.choices import DurationUnit
from home.duration import duration_label, group_sizes, people_label, time_needed


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


@pytest.mark.parametrize(
    ("shortest", "longest", "unit", "needed"),
    [
        (45, 60, "minutes", "hour"),
        (45, 61, "minutes", "half_day"),
        (2, None, "hours", "half_day"),
        (3, 5, "hours", "day"),
        (None, 1, "days", "day"),
        (1, 2, "days", "longer"),
        (1, 1, "weeks", "longer"),
        (None, None, "hours", None),
    ],
)
def test_time_needed(
    shortest: int | None, longest: int | None, unit: str, needed: str | None
) -> None:
    assert time_needed(shortest, longest, DurationUnit(unit)) == needed


@pytest.mark.parametrize(
    ("fewest", "most", "sizes"),
    [
        (2, 3, ["few"]),
        (3, 4, ["few", "several"]),
        (4, 8, ["several"]),
        (2, 20, ["few", "several", "many"]),
        (9, None, ["many"]),
        (None, None, []),
    ],
)
def test_sizes_of_groups(fewest: int | None, most: int | None, sizes: list[str]) -> None:
    assert group_sizes(fewest, most) == sizes
