"""Lines do not end after short words and numbers."""

import pytest

from govlab.core.typography import html_with_no_breaks, with_no_breaks


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Viss ir par un ap to", "Viss ir~par~un~ap~to"),
        ("the end of a day", "the~end of~a~day"),
        ("2024. gada 16. novembris", "2024.~gada 16.~novembris"),
        ("18 minūtes, 31 %", "18~minūtes, 31~%"),
        ("viens – divi", "viens~– divi"),
        ("kaut-kur tas, x2 y, k9 z", "kaut-kur tas, x2 y, k9 z"),
        ("beigās ir ", "beigās ir "),
    ],
)
def test_no_breaks(text: str, shown: str) -> None:
    assert with_no_breaks(text) == shown.replace("~", "\N{NO-BREAK SPACE}")


def test_tags_stay() -> None:
    html = '<p title="no a to">no <a href="/a b">ar &amp; to</a></p>'
    shown = '<p title="no a to">no~<a href="/a b">ar~&amp; to</a></p>'
    assert html_with_no_breaks(html) == shown.replace("no~", "no ").replace(
        "~", "\N{NO-BREAK SPACE}"
    )
