import html
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.query.expansion import concepts, tokens
from search.text.highlights import EXCERPT, MARK, Wanted, excerpt, found_at, found_in, highlight
from search.text.normalisation import normalised

TEXT = st.lists(
    st.sampled_from(["<", ">", "&", '"', "'", "<mark>", "<script>", "slogs", "x\u0304", "-", " "])
).map("".join)


def wanted(asked: str, locale: str = "lv") -> Wanted:
    return Wanted(tokens(concepts(asked, locale)))


def highlighted(text: str, asked: str) -> str:
    text = normalised(text)
    return highlight(text, found_in(text, wanted(asked), "lv"))


def excerpted(text: str, asked: str) -> str:
    return excerpt(text, found_in(text, wanted(asked), "lv"))


@pytest.mark.parametrize(
    ("text", "asked", "safe"),
    [
        ("Mazāk sloga", "slogs", "Mazāk <mark>sloga</mark>"),
        ("<b>sloga</b> & cits", "slogs", "&lt;b&gt;<mark>sloga</mark>&lt;/b&gt; &amp; cits"),
        ("Wi-Fi tīkls", "wifi", "<mark>Wi-Fi</mark> tīkls"),
        ("Wi-Fi tīkls", "fi", "Wi-<mark>Fi</mark> tīkls"),
        ("wifi tīkls", "wi-fi", "<mark>wifi</mark> tīkls"),
        ("12\u00a0500 eiro", "12500", "<mark>12\u00a0500</mark> eiro"),
        ("COVID 19", "covid19", "<mark>COVID</mark> <mark>19</mark>"),
        ("ﬁlma", "filma", "<mark>ﬁlma</mark>"),
        ("slogs. Slogs", "slogs", "<mark>slogs</mark>. <mark>Slogs</mark>"),
    ],
)
def test_words_are_marked_as_they_are_written(text: str, asked: str, safe: str) -> None:
    assert highlighted(text, asked) == safe


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("asked", ["vēstule", "vestule"])
def test_no_mark_ends_inside_a_letter(form: str, asked: str) -> None:
    text = unicodedata.normalize(form, "Vēstuļu x\u0304vēstule")
    assert (
        highlighted(text, unicodedata.normalize(form, asked))
        == "<mark>Vēstuļu</mark> x\u0304vēstule"
    )
    assert highlighted("x\u0304", "x\u0304") == "<mark>x\u0304</mark>"


# The first example loads the dictionaries.
@settings(deadline=None)
@given(TEXT)
def test_nothing_but_marks_is_markup_and_the_text_stays(text: str) -> None:
    safe = highlighted(text, "slogs x\u0304")
    rest = re.sub(r"<mark>([^<>]+)</mark>", r"\1", safe)
    assert not set(rest) & {"<", ">", '"', "'"}
    assert html.unescape(rest) == normalised(text)


def test_an_excerpt_holds_what_was_found() -> None:
    text = "cits vārds " * 100 + "Wi-Fi " + "cits vārds " * 100
    found = excerpted(text, "wifi")
    assert "<mark>Wi-Fi</mark>" in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found) < EXCERPT + 30


def test_what_goes_beyond_an_excerpt_is_not_marked() -> None:
    text = f"slogs {'b' * 169} 12 500 eiro" + " un vēl" * 30
    found = excerpted(text, "slogs 12500")
    assert found == f"<mark>slogs</mark> {'b' * 169} 12 …"


SENTENCES = st.lists(
    st.sampled_from(["Wi-Fi ir.", "Slogu mazina", "bez sloga", "citi vārdi", "12 500", "e-pasts, "])
).map(" ".join)


@settings(deadline=None)
@given(SENTENCES, st.sampled_from(["slogs", "wifi", "12500 slogs", "nekas"]))
def test_an_excerpt_is_marked_as_the_text_is(text: str, asked: str) -> None:
    """Except for words that it cuts."""
    shown = excerpted(text, asked).removeprefix("… ").removesuffix(" …")
    assert shown in highlighted(text, asked) or "Wi-Fi" in text or "12 500" in text
    assert (MARK in shown) is (MARK in highlighted(text, asked))


@pytest.mark.parametrize("sign", ["x\u0304\u0301", "👩\u200d💻\u200d👩"])
def test_an_excerpt_without_spaces_ends_with_a_whole_sign(sign: str) -> None:
    for before in range(4):
        cut = excerpt("." * before + sign * 200, found_at([])).removesuffix(" …")
        assert cut.strip(".").replace(sign, "") == ""
