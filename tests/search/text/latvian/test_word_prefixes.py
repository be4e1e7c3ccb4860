import pytest

from search.text.latvian.word_prefixes import is_prefix


@pytest.mark.parametrize("text", ["mājasla", "majasla", "videoko", "abaks", "ēdn"])
def test_what_words_start_with(text: str) -> None:
    assert is_prefix(text)


@pytest.mark.parametrize("text", ["pašvaldībaspr", "xq", "žžž"])
def test_what_no_word_starts_with(text: str) -> None:
    assert not is_prefix(text)
