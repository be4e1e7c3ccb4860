import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.marks import END, START, to_html, unmarked

HOSTILE = st.lists(
    st.sampled_from(
        [START, END, "<", ">", "&", '"', "'", "<mark>", "</mark>", "<script>", "ā", " "]
    )
).map("".join)


@pytest.mark.parametrize(
    ("fragment", "safe"),
    [
        (f"a {START}b{END} c", "a <mark>b</mark> c"),
        (f"{START}<b>{END} & <i>", "<mark>&lt;b&gt;</mark> &amp; &lt;i&gt;"),
        (f"a {START}b", "a b"),
        (f"a{END} b", "a b"),
        (f"{START}a{START}b{END}c{END}", "a<mark>b</mark>c"),
        (f"{START}{END}", ""),
    ],
)
def test_to_html(fragment: str, safe: str) -> None:
    assert to_html(fragment) == safe


@given(HOSTILE)
def test_no_markup_survives_but_balanced_marks(fragment: str) -> None:
    safe = to_html(fragment)
    rest = re.sub(r"<mark>([^<>]+)</mark>", r"\1", safe)
    assert not set(rest) & {"<", ">", '"', "'", START, END}


@given(st.text())
def test_the_text_stays_the_same(fragment: str) -> None:
    plain = re.sub("</?mark>", "", to_html(fragment))
    assert html.unescape(plain) == unmarked(fragment)
