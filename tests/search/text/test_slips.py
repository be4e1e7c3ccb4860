import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from search.text.deletions import MOST, PREFIX, prefix, rests
from search.text.dictionaries.folding import fold
from search.text.slips import close_to, cost


def test_the_nearer_costs_less() -> None:
    """Only diacritics, a key beside the right one, another key, the first letter."""
    found = [cost("karte", other) for other in ("kārte", "kaete", "kapte", "barte")]
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    ("typed", "other"),
    [("karte", "kartes"), ("karte", "krate"), ("karte", "katre"), ("kartte", "karte")],
)
def test_one_slip(typed: str, other: str) -> None:
    assert cost(typed, other) == 1
    assert close_to(typed, ["kartupelis", other]) == [other]


def test_nothing_is_close_to_no_words() -> None:
    assert close_to("karte", []) == []


def test_swapped_first_letters_are_no_wrong_first_letter() -> None:
    assert cost("akrte", "karte") == 1
    assert cost("arte", "karte") == 1.3


@pytest.mark.parametrize(
    ("typed", "other"), [("karte", "kartupelis"), ("karte", "marti"), ("darbnicas", "slogs")]
)
def test_too_far(typed: str, other: str) -> None:
    assert close_to(fold(typed), ["vēl", other]) == []


@given(st.text("abc", min_size=8, max_size=12), st.data())
def test_two_words_within_two_slips_share_a_rest(word: str, data: st.DataObject) -> None:
    """The promise that looking up rests rests on."""
    other = word
    for _ in range(MOST):
        place = data.draw(st.integers(0, len(other) - 1))
        letter = data.draw(st.sampled_from(["", "a", "d"]))
        kept = data.draw(st.booleans())
        other = other[:place] + letter + other[place + (0 if kept else 1) :]
    if DamerauLevenshtein.distance(word, other) <= MOST and len(other) >= PREFIX:
        assert rests(prefix(fold(word))) & rests(prefix(fold(other)))


def test_a_short_word_has_few_rests() -> None:
    assert rests("abc") == {"abc", "ab", "ac", "bc"}
    assert len(rests("abcdefg")) == 29
