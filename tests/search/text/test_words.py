from collections.abc import Iterator

import pytest

from search.text.stop_words import STOP_WORDS
from search.text.words import spans, with_those_before


def written_apart(text: str, locale: str = "lv", *, typed: bool = False) -> Iterator[str]:
    never = STOP_WORDS[locale]
    for run in with_those_before(spans(text, locale), text, never, typed=typed):
        for first in range(len(run) - 1):
            yield "".join(word.text for word in run[first:])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wi-Fi", ["wi", "fi"]),
        ("x\u0304y z", ["x\u0304y", "z"]),
        ("ﬁlma Ⅷ", ["filma", "viii"]),
        ("O'Braiens", ["o", "braiens"]),
        ("_a_", ["a"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [word.text for word in spans(text, "lv")] == words


def test_places_are_those_of_the_text() -> None:
    text = "Ⅷ. x\u0304-ﬁ"
    assert [text[word.start : word.end] for word in spans(text, "lv")] == ["Ⅷ", "x\u0304", "ﬁ"]


def test_english_keeps_apostrophes_of_every_kind() -> None:
    words = [word.text for word in spans("it's it’s itʼs", "en")]
    assert words == ["it's"] * 3


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Wi-Fi", {"wifi"}),
        ("Wi‑Fi", {"wifi"}),
        ("wi fi", {"wifi"}),
        ("e-pasts", {"epasts"}),
        ("e pasts", {"epasts"}),
        ("COVID-19", {"covid19"}),
        ("state-of-art", {"stateof", "ofart", "stateofart"}),
        ("12 500", {"12500"}),
        ("12\u00a0500", {"12500"}),
        ("12\u2009500", {"12500"}),
        ("12\u202f500", {"12500"}),
        ("12.500", {"12500"}),
        ("12,500", {"12500"}),
        ("12’500", {"12500"}),
        ("1 250 000", {"1250", "250000", "1250000"}),
        ("6701 2345", {"67012345"}),
        ("node.js", {"nodejs"}),
        # Not one word:
        ("darbnīca bibliotēkā", set()),
        ("12,5", set()),
        ("12.5", set()),
        ("24.12.2026", set()),
        ("gads – mēnesis", set()),
        ("a, b", set()),
        ("un ir", set()),
        ("budžets 2026", set()),
    ],
)
def test_what_others_write_as_one_word(text: str, joined: set[str]) -> None:
    assert set(written_apart(text)) == joined


def test_who_types_may_leave_out_what_stands_before_a_number() -> None:
    assert list(written_apart("covid 19", typed=True)) == ["covid19"]
