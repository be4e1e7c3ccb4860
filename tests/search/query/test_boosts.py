"""Words that say little have less weight, in any form, and so as synonyms."""

import pytest

from search.query.boosts import DEFAULT, word_is_light
from search.query.phrases import Word, phrase


def word(text: str, locale: str) -> Word:
    (found,) = phrase(text, locale)
    return found


@pytest.mark.parametrize(
    ("text", "locale", "light"),
    [
        ("cilvēkiem", "lv", True),
        ("cilveki", "lv", True),
        ("izmanto", "lv", True),
        ("lietotāji", "lv", False),
        ("vēstule", "lv", False),
        ("people", "en", True),
        ("needed", "en", True),
        ("wanting", "en", True),
        ("letter", "en", False),
        ("form", "en", False),
    ],
)
def test_which_words_are_light(text: str, locale: str, light: bool) -> None:
    assert word_is_light(word(text, locale)) is light


def test_every_token_of_a_light_word_counts_less() -> None:
    people = word("people", "en")
    for synonym in (False, True):
        counts = DEFAULT.confidence(people, synonym=synonym)
        kinds = {token[0]: counts[token] for token in people}
        assert kinds["t"] == pytest.approx(DEFAULT.tokens["t"] * DEFAULT.light)
        assert all(weight < 1 for weight in kinds.values())
