"""One form is stored, another is asked for, and they meet."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.text.latvian.lemmas import lemmas
from search.text.tokens import index_text, query_terms, token
from search.text.words import words


def meets(indexed: str, searched: str, locale: str = "lv") -> bool:
    stored = set(index_text(indexed, locale).split())
    return all(not stored.isdisjoint(group) for group in query_terms(searched, locale))


@pytest.mark.parametrize(
    ("indexed", "searched"),
    [
        ("Iestādes vēstulēm", "vēstule iestāde"),
        ("iestādēm", "iestade"),
        ("Ventspilī un Ādažos", "ventspils adazi"),
        ("VALSTS KANCELEJĀ", "valsts kanceleja"),
        ("nesapratām", "saprast"),
        ("jāaizpilda", "aizpildīt"),
        ("izstrādātajiem", "izstrādā"),
        ("klientcentrētajiem", "klientcentrēts"),
        ("e-pakalpojumiem", "e-pakalpojums"),
        ("Dombrovska", "dombrovskis"),
        ("nosaka", "noteikt"),
        ("2019. gada", "gads 2019"),
        # Plurals whose consonant does not change, or does not always.
        ("Pasu nodaļa", "pase"),
        ("Gāzu apkure", "gāzes"),
        ("Piršu diena", "pirts"),
        ("Viesa grāmata", "viesim"),
        ("Tēta stāsts", "tētis"),
        ("visvairāk", "vairāk"),
        ("Runā Anda Eglīte", "eglītei"),
        ("Lācīša gads", "lācītis"),
    ],
)
def test_forms_meet(indexed: str, searched: str) -> None:
    assert meets(indexed, searched)


@pytest.mark.parametrize(
    ("indexed", "searched"),
    [("mala", "māla"), ("malas", "māli"), ("zāle", "sāls"), ("kāzas", "kase"), ("2019", "2020")],
)
def test_other_words_stay_apart(indexed: str, searched: str) -> None:
    assert not meets(indexed, searched)


def test_marks_that_were_typed_count() -> None:
    assert not meets("mala", "māls")
    assert meets("māls", "mals")


def test_english() -> None:
    assert meets("The laboratory's services", "services of laboratories", "en")
    assert not meets("The laboratory", "service", "en")


def test_stop_words_are_no_condition() -> None:
    assert len(query_terms("kas ir inovācija", "lv")) == 1
    assert [group[0] for group in query_terms("kas ir", "lv")] == ["wkas", "wir"]


@pytest.mark.parametrize(
    ("text", "locale", "left"),
    [
        ("ko es tajā savā darbā darīju", "lv", ["wdarba0", "wdari0ju"]),
        ("vai kadam savas vestules nepatika", "lv", ["wvestules", "wnepatika"]),
        ("dati par mani", "lv", ["wdati", "wpar", "wmani"]),
        ("did the project just stop", "en", ["wproject", "wstop"]),
    ],
)
def test_pronouns_and_auxiliary_verbs_are_stop_words(
    text: str, locale: str, left: list[str]
) -> None:
    assert [word[0] for word in query_terms(text, locale)] == left


@pytest.mark.parametrize("word", ["bez", "par"])
def test_small_words_that_tell_something_stay(word: str) -> None:
    assert len(query_terms(f"darbs {word} sloga", "lv")) == 3


def test_a_word_that_comes_twice_is_one_condition() -> None:
    assert len(query_terms("darbs darbs", "lv")) == 1


def test_a_form_that_is_a_word_itself_is_hardly_the_other_word() -> None:
    assert token("o", "find") in index_text("found", "en").split()
    assert token("t", "find") not in index_text("found", "en").split()
    assert token("t", "find") in index_text("finding", "en").split()


# The first example loads the dictionaries.
@settings(deadline=None)
@given(st.text(), st.sampled_from(["lv", "en"]))
def test_tokens_are_plain_and_every_text_finds_itself(text: str, locale: str) -> None:
    stored = index_text(text, locale)
    assert stored == "" or all(part.isascii() and part.isalnum() for part in stored.split())
    assert meets(text, text, locale)


# The first example loads the dictionaries.
@settings(deadline=None)
@given(st.text(alphabet=st.characters(categories=["Ll"]), min_size=1, max_size=20))
def test_tokens_of_different_words_differ(word: str) -> None:
    assert token("w", word) != token("w", word + "ā")


def test_latvian_letters_and_other_scripts_are_kept_apart() -> None:
    assert len({token("w", word) for word in ("sala", "šala", "salā", "сала", "šalā")}) == 5


def test_decomposed_letters_are_the_same_word() -> None:
    assert words("iesta\u0304de", "lv") == ["iestāde"]


@pytest.mark.parametrize("word", ["kursi", "kursu", "pases", "pasu"])
def test_pronouns_are_not_what_other_words_without_diacritics_mean(word: str) -> None:
    stored = set(index_text("kurš kuru kuram pašu pašas pats", "lv").split())
    assert all(stored.isdisjoint(group) for group in query_terms(word, "lv"))


@pytest.mark.parametrize(
    "text", ["a" * 500, "-".join(["vārds" * 12] * 4), "а" * 60 + "-" + "б" * 60]
)
def test_no_token_is_longer_than_databases_index(text: str) -> None:
    assert max(map(len, index_text(text, "lv").split())) < 500


@pytest.mark.parametrize(
    ("form", "own", "origin"),
    [
        ("eglītes", "eglīte", "egle"),
        ("zālīti", "zālītis", "zāle"),
        ("lācīša", "lācītis", "lācis"),
        ("rociņu", "rociņa", "roka"),
    ],
)
def test_a_diminutive_is_a_word_of_its_own(form: str, own: str, origin: str) -> None:
    """Many surnames are diminutives: what was typed comes first."""
    found = lemmas(form)
    assert own in found.true
    assert origin in found.others
    assert lemmas("lasīti").true == {"lasīt", "lasis"}
