"""Places of tokens: what ranking reads instead of the texts."""

from hypothesis import given
from hypothesis import strategies as st

from search.models.written_sql import read_numbers as read
from search.text.places import MOST_WORDS, TEXTS, places_of, text_of, written
from search.text.tokens import index_text

WORDS = ("slogs", "sloga", "Wi-Fi", "2019. gada decembris", "māla")
texts = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)


def test_words_are_counted_in_each_text() -> None:
    stored = {name: index_text(text, "lv") for name, text in (("title", "ab cd"), ("body", "cd"))}
    body = TEXTS.index("body") * MOST_WORDS
    assert (places_of(stored)["wcd"], text_of(body)) == ([1, body], "body")


@given(st.dictionaries(st.sampled_from(TEXTS), texts))
def test_every_token_of_every_text_has_its_places(given_texts: dict[str, str]) -> None:
    stored = {name: index_text(text, "lv") for name, text in given_texts.items()}
    found = places_of(stored)
    for name, text in stored.items():
        assert set(text.split()) == {
            token for token, places in found.items() if name in map(text_of, places)
        }


def test_what_is_stored_is_read_again() -> None:
    places = {"wab": [0, 4_000_003], "wcd": [7]}
    stored = ",".join(f"{token} {text}" for token, text in written(places).items())
    assert read(stored) == places
    assert read(None) == {}
