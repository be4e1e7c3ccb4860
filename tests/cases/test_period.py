from datetime import date

import pytest
from django.utils.translation import override

from cases.period import period_label

FEBRUARY, NOVEMBER, NEXT = date(2024, 2, 1), date(2024, 11, 30), date(2025, 1, 15)


@pytest.mark.parametrize(
    ("start", "end", "latvian", "english"),
    [
        (FEBRUARY, NOVEMBER, "2024. gada februāris–novembris", "February–November 2024"),
        (FEBRUARY, FEBRUARY, "2024. gada februāris", "February 2024"),
        (
            NOVEMBER,
            NEXT,
            "2024. gada novembris – 2025. gada janvāris",
            "November 2024 – January 2025",
        ),
        (NEXT, None, "2025. gada janvāris – vēl turpinās", "January 2025 – still going on"),
        (None, NEXT, "", ""),
    ],
)
def test_periods(start: date | None, end: date | None, latvian: str, english: str) -> None:
    for language, label in (("lv", latvian), ("en", english)):
        with override(language):
            assert period_label(start, end) == label
