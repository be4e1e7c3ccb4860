"""What is found quickly is what tokenising the whole text finds."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.query.expansion import concepts, tokens
from search.text import matches as module
from search.text.matches import matches
from search.text.normalisation import normalised
from search.text.tokens import pieces

SAID = (
    "Iestāde iestādēm vēstuļu darbs wifi Wi fi wi-fi WI_FI covid 19 COVID-19 12 500 12.500 2019. "
    "gada un no e pasts e-pasts it's citizens' letters x\u0304 ē 가 test’s a b c 5 km decembris "
    "\ufb01lma \uff76\uff9e 7 +371 67 123 456 info@govlab.lv https://govlab.lv 5% € m² organise "
    "organize cyber multi part co security Dec."
)
WORDS = st.sampled_from(SAID.split())
BETWEEN = st.sampled_from(
    [" ", " ", " ", "-", ".", ". ", ", ", " · ", "\n", "\u00a0", "_", "/", " ("]
)
TEXTS = st.lists(st.tuples(WORDS, BETWEEN).map("".join), max_size=14).map("".join)
QUERIES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


def slowly(text: str, wanted: frozenset[str], locale: str) -> list[tuple[int, int]]:
    found = (piece for piece in pieces(text, locale) if not wanted.isdisjoint(piece.tokens))
    return [(piece.start, piece.end) for piece in found]


# The first example loads the dictionaries.
@settings(deadline=None, max_examples=600)
@given(TEXTS, QUERIES, st.sampled_from(["lv", "en"]))
def test_the_same_as_by_tokens(typed: str, asked: str, locale: str) -> None:
    text, wanted = normalised(typed), tokens(concepts(asked, locale))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PART", 20)
        found = [(piece.start, piece.end) for piece in matches(text, wanted, locale)]
    assert found == slowly(text, wanted, locale)


@pytest.mark.parametrize(
    ("text", "asked", "locale"),
    [
        ("Vārdi. Kopš 2019. gada decembra, ja.", "12.2019", "lv"),
        ("Vārdi, 2019. g. decembrī. Vārdi", "2019. gada decembris", "lv"),
        ("Vārdi. 2019. g. 5. decembrī bija", "5.12.2019", "lv"),
        ("Zvaniet: 67 082 900, vārdi", "67082900", "lv"),
        ("Zvaniet (+371) 67082900.", "67 082 900", "lv"),
        ("Rakstiet: info@govlab.lv.", "info@govlab.lv", "lv"),
        ("Words. On Dec. 5, 2019, words.", "5 December 2019", "en"),
        ("Words, December 2019. Words", "12.2019", "en"),
        ("The cyber security, and co creation.", "cybersecurity co-creation", "en"),
        ("Two multi part words", "multipart", "en"),
        ("Wi fi's e it's", "wifi", "en"),
    ],
)
def test_dates_numbers_and_prefixes(text: str, asked: str, locale: str) -> None:
    wanted = tokens(concepts(asked, locale))
    found = [(piece.start, piece.end) for piece in matches(text, wanted, locale)]
    assert found == slowly(text, wanted, locale)
    assert found or "fi's" in text


def test_most_of_a_text_is_not_tokenised(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Iestādes raksta vēstules iedzīvotājiem. " * 50 + "Wi-Fi tīkls. " + "Vēstule. " * 50
    wanted = tokens(concepts("vēstule wifi", "lv"))
    seen: list[str] = []

    def counted(part: str, locale: str) -> Any:
        seen.append(part)
        return pieces(part, locale)

    monkeypatch.setattr(module, "pieces", counted)
    assert len(list(matches(text, wanted, "lv"))) == 101
    assert seen == ["Wi-Fi tīkls. "]


def test_spellings_are_forgotten_before_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SPELLINGS", 2)
    monkeypatch.setattr(module, "_noted", {})
    wanted = tokens(concepts("vēstule", "lv"))
    for text in ("Vēstules skolai", "Vēstulēm iestādē", "Vēstules skolai"):
        assert len(list(matches(text, wanted, "lv"))) == 1
    assert len(module._noted["lv"].known) <= 4


def test_a_text_that_is_shown_again_is_not_analysed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Īpaša Wi-Fi vēstule iedzīvotājiem, kuras nav citur."
    assert len(list(matches(text, tokens(concepts("vēstule wifi", "lv")), "lv"))) == 2

    def refuse(*arguments: Any) -> Any:
        raise AssertionError

    for name in ("pieces", "_bounds", "index_tokens"):
        monkeypatch.setattr(module, name, refuse)
    assert len(list(matches(text, tokens(concepts("iedzīvotājs wifi", "lv")), "lv"))) == 2
