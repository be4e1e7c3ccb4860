import pytest

from search.text.words import spans


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
    ("locale", "words"),
    [("lv", ["5", "eiro", "25", "procenti"]), ("en", ["5", "euro", "25", "percent"])],
)
def test_signs_are_the_words_that_they_are_read_as(locale: str, words: list[str]) -> None:
    assert [word.text for word in spans("5 €, 25%", locale)] == words
