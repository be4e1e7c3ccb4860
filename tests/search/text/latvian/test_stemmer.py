import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.latvian.stemmer import stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("levits", "levitam"),
        ("eglitis", "eglisa"),
        ("valdis", "valza"),
        ("marupe", "marupju"),
        ("hakatons", "hakatonos"),
        ("prototipet", "prototipejam"),
        ("prototipe", "prototipesim"),
        ("digitalakais", "digitalajiem"),
        ("rinkus", "rinkum"),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert not stems(one).isdisjoint(stems(other))


@pytest.mark.parametrize(
    ("one", "other"), [("hakatons", "hakeris"), ("levits", "latvis"), ("jelgava", "jelgis")]
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert stems(one).isdisjoint(stems(other))


@given(st.text(alphabet="abcdefghijklmnoprstuvz", min_size=1))
def test_something_is_always_left(word: str) -> None:
    assert all(len(stem) >= min(3, len(word)) and stem[:2] == word[:2] for stem in stems(word))
