"""What the institution writes about itself, as pages show it."""

import pytest

from govlab.core.templatetags.placeholders import marked, unbroken_codes


@pytest.mark.parametrize(
    ("address", "html"),
    [
        ("Rīga, LV-1520", 'Rīga, <span class="unbroken">LV-1520</span>'),
        ("LT-01103 Vilnius", '<span class="unbroken">LT-01103</span> Vilnius'),
        ("Brīvības iela 36-2 <b>", "Brīvības iela 36-2 &lt;b&gt;"),
        ("", ""),
    ],
)
def test_a_postal_code_stays_on_one_line(address: str, html: str) -> None:
    assert unbroken_codes(address) == html


def test_what_is_safe_already_stays_so() -> None:
    assert unbroken_codes(marked("[[a < b]]")).count("&lt;") == 1
    assert "&amp;lt;" not in unbroken_codes(marked("[[a < b]]"))
