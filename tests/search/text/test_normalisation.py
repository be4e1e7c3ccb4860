import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.normalisation import normalised


@pytest.mark.parametrize(
    "character",
    [
        "\u00ad",  # soft hyphen
        "\u200b",  # zero width space
        "\u200c",  # zero width non-joiner
        "\u200d",  # zero width joiner
        "\u200e",  # left-to-right mark
        "\u202e",  # right-to-left override
        "\u2060",  # word joiner
        "\u2066",  # isolate
        "\ufeff",  # byte order mark
        "\u034f",  # combining grapheme joiner
        "\ufe0f",  # variation selector
        "\u115f",  # Hangul filler
        "\U000e0061",  # tag
        "\x00",
        "\x02",
        "\x7f",
        "\x9f",
    ],
)
def test_what_nobody_sees_is_not_there(character: str) -> None:
    assert normalised(f"inov{character}ācija") == "inovācija"
    assert normalised(f"inova{character}\u0304cija{character}") == "inovācija"


def test_letters_are_composed() -> None:
    assert normalised(unicodedata.normalize("NFD", "ģērbšanās")) == "ģērbšanās"


@pytest.mark.parametrize(
    "text", ["👩\u200d💻 ❤\ufe0f", "m² ½ ﬁ", "12\u00a0500", "a\n\tb", "x\u0304"]
)
def test_what_is_shown_stays(text: str) -> None:
    assert normalised(text) == text


def test_half_a_character_is_replaced() -> None:
    assert normalised("v\ud800") == "v\ufffd"


@given(st.text(st.characters()))
def test_twice_is_once_and_any_text_can_be_sent(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once
    assert "\x00" not in once
    once.encode()
