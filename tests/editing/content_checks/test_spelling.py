"""Which words are reported: misspelt ones, not names, numbers, addresses and quotations."""

import pytest

from govlab.core.spelling import speller_for
from govlab.editing.content_checks.draft import Draft, Text
from govlab.editing.content_checks.spelling import OwnWords, misspelt_words, unknown_words

NONE = OwnWords.of([], "lv")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sadarbiba ar pašvladību", ["Sadarbiba", "pašvladību"]),
        ("Pakalpojunms ir gatavs.", ["Pakalpojunms"]),
        ("Iedzīvotājiem pieejamāki e-pakalpojumi", []),
        ("Klientcentrēta, starpnozaru un visneparastākā izvērtēšana", []),
        ("Ministrijā strādā Žaneta Zvirgzdgrauda, VARAM un LR FM.", []),
        ("Žaneta Zvirgzdgrauda atnāca.", []),
        ("Rakstiet uz infoo@piemers.lv, www.vissgan.lv vai https://kklluu.eu/xxyyzz.", []),
        ("Lietas versija 3xx un 12GB, u. tml., plkst. 12.00, MK not. Nr. 5", []),
        ("Metode „design thinking” un “service blueprint” palīdz.", []),
        ("Šo sauc par design thinking laukā.", []),
        ("Viens thinking te ir kļūda.", ["thinking"]),
        ("Teica: „Tas ir labbs darbs.”", ["labbs"]),
        ("Tas ir #atverta_parvalde un @kkaads", []),
    ],
)
def test_latvian(text: str, expected: list[str]) -> None:
    assert unknown_words(text, "lv", NONE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The goverment's servise is there", ["goverment's", "servise"]),
        ("Colour, color, organisation, organization, co-creation", []),
        ("The citizen’s and citizens' stakeholders", []),
        ("They call it “iedzīvotāju līdzdalība” in Latvian.", []),
        ("The ministry of Zvirgzdgrauda wrote.", []),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert unknown_words(text, "en", OwnWords.of([], "en")) == expected


def test_own_words_are_known_in_all_their_forms() -> None:
    own = OwnWords.of(["hakatons", "koprade"], "lv")
    assert unknown_words("Hakatonā un hakatoniem kopradi, kopradē", "lv", own) == []
    assert unknown_words("Hakatonā", "lv", NONE) == ["Hakatonā"]


def test_each_word_is_reported_once_at_its_first_place() -> None:
    draft = Draft("lv", [Text("A", "a", "Kļuddas. Te kļuddas."), Text("B", "b", "un kļuddām")])
    [finding] = misspelt_words(draft, NONE)
    assert (finding.place, finding.word) == ("A", "kļuddas")


def test_a_language_without_a_dictionary_is_not_checked() -> None:
    assert speller_for("fi") is None
    assert unknown_words("xqzw", "fi", OwnWords.of(["xqzw"], "fi")) == []


def test_long_and_hostile_texts_are_quick() -> None:
    for text in ("„" * 20_000, "a." * 20_000, "https://" * 5_000, "-" * 50_000, "ā" * 50_000):
        unknown_words(text, "lv", NONE)
