"""Whether words of a query mean the same as those of a rule."""

import pytest

from search.query.expansion import Synonym, concepts
from search.query.phrases import phrase, same


@pytest.mark.parametrize(
    ("words", "other"), [("100", "10"), ("2020", "22"), ("wi fi", "wi"), ("", "")]
)
def test_other_words_are_not_the_same(words: str, other: str) -> None:
    assert not same(phrase(words, "lv"), phrase(other, "lv"))
    assert not same(phrase(other, "lv"), phrase(words, "lv"))


@pytest.mark.parametrize(
    ("rule", "text", "is_meant"),
    [
        # Diacritics make other words, unless one of both has none.
        ("radīt", "rādīs", False),
        ("radīt", "radīs", True),
        ("radīt", "radit", True),
        ("rādīt", "radit", True),
        ("kāzas", "kāzām", True),
        ("kāzas", "kazām", False),
        ("kāzas", "kazam", True),
        # Words that the dictionary does not have are compared by their stems.
        ("hakatons", "hakatonā", True),
        ("hākatons", "hakatoniem", True),
        ("hakatons", "hakama", False),
        # What is denied is not what is said.
        ("nedrošs", "droša", False),
        ("nedrošs", "nedrošā", True),
        ("nedrošs", "nedross", True),
        ("nedross", "drosi", False),
        ("nepalīdz", "palīdzēja", False),
        ("nepalīdz", "nepalīdzēja", True),
        ("neizdevies", "izdevās", False),
        # But who asks what nobody tells asks for telling.
        ("runāt", "nerunā", True),
        ("palīdzēt", "nepalidz", True),
        # Words that only begin like it.
        ("nest", "nesa", True),
        ("nedēļa", "nedēļās", True),
        ("nedēļa", "dēļ", False),
    ],
)
def test_what_words_of_a_query_mean(rule: str, text: str, is_meant: bool) -> None:
    assert same(phrase(text, "lv"), phrase(rule, "lv")) is is_meant
    found = concepts(text, "lv", [Synonym((rule,), ("cits",))])
    assert any(concept.synonyms for concept in found) is is_meant


@pytest.mark.parametrize(
    ("rule", "text"),
    [("need", "needs"), ("news", "news"), ("network", "networks"), ("naïve", "naive")],
)
def test_english_has_no_prefix_of_negation(rule: str, text: str) -> None:
    assert same(phrase(text, "en"), phrase(rule, "en"))
