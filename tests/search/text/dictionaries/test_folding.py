import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.dictionaries.folding import (
    fold,
    fold_affixes,
    fold_condition,
    fold_words,
    lower_words,
)

AFFIXES = """\
SET UTF-8
TRY iansā
MAP 1
MAP aā
REP 1
REP ie ī
SFX Š Y 2
SFX Š  is     ša/Ā   [^š]is   # comment
SFX Š  ēt     ēju    [āē]t
PFX - Y 1
PFX - 0 ne .
"""


def test_rules_lose_marks_and_keep_flags() -> None:
    assert fold_affixes(AFFIXES).splitlines() == [
        "SET UTF-8",
        "SFX Š Y 2",
        "SFX Š is sa/Ā .is # comment",
        "SFX Š et eju [ae]t",
        "PFX - Y 1",
        "PFX - 0 ne .",
    ]


def test_words_lose_marks_and_keep_flags() -> None:
    words = "3\nzaļš/WŠ po:īpv1i\nĀdaži/Ā\nĒģipte po:ī\n"
    assert fold_words(words) == "3\nzals/WŠ po:īpv1i\nAdazi/Ā\nEgipte po:ī\n"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_all_latvian_letters() -> None:
    assert fold("aābcčdeēfgģhiījkķlļmnņoprsštuūvzž") == "aabccdeefgghiijkkllmnnoprsstuuvzz"


def test_names_are_lowered() -> None:
    assert lower_words("1\nĀdaži/S po:lietv1I\n") == "1\nādaži/S po:lietv1I\n"


@pytest.mark.parametrize(
    ("condition", "folded"),
    [
        ("[āē]t", "[ae]t"),
        ("[^sš]is", "[^s]is"),
        ("[^aiīr]st", "[^ir]st"),
        ("[^š]is", ".is"),
        ("[^v]ērst", "[^v]erst"),
        ("[^p][r]ast", "[^p][r]ast"),
        (".", "."),
    ],
)
def test_what_an_exclusion_lets_in_stays_in(condition: str, folded: str) -> None:
    assert fold_condition(condition) == folded
