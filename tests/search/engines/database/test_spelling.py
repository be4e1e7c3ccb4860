from typing import Any

import pytest

from search import service
from search.engines.database import spelling
from search.engines.database.spelling import close_words, correct
from search.engines.database.vocabulary import learn
from search.models import SearchEntry, SearchWord
from search.query.results import Correction
from tests.search.pages import MakePages


@pytest.fixture
def site(make_pages: MakePages) -> None:
    make_pages(
        {"title": "Inovācija un laboratorija", "body": "Slogs, māls un darbnīcas."},
        {"title": "Laboratorija", "body": "Darbnīca. Darbnīca bibliotēkā."},
    )


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("inovacja", "inovācija"),
        ("laboratrija", "laboratorija"),
        ("labroatorija", "laboratorija"),
        ("Biblotēkā", "Bibliotēkā"),
        ("inovāciajs", "inovācija"),
        # A wrong first letter, a missing and a doubled one, a key beside the right one.
        ("onovācija", "inovācija"),
        ("aboratorija", "laboratorija"),
        ("llaboratorija", "laboratorija"),
        ("laborarorija", "laboratorija"),
        ("nlaborarotija", ""),
        ("noivacija", "inovācija"),
        ("darbniicas", "darbnīcas"),
        ("sarbnīcas", "darbnīcas"),
        ("bibilioteka", "bibliotēkā"),
        # In forms that no page has; of the last word, no page has any.
        ("mālliem", "māliem"),
        ("slgou", "slogu"),
        ("slogeim", "slogiem"),
        ("kaķeim", ""),
    ],
)
def test_slips_are_corrected(site: None, text: str, better: str) -> None:
    found = Correction(better, f"<mark>{better}</mark>") if better else None
    assert correct(text, "lv") == found


@pytest.mark.parametrize(
    "text",
    [
        "bibliote\u0304ka\u0304 inovācjia",
        "biblio\u00adtēkā ino\u200bvācjia",
        "\ufeffbibliotēkā inovācjia",
    ],
)
def test_slips_in_any_encoding(site: None, text: str) -> None:
    found = correct(text, "lv")
    assert found == Correction("bibliotēkā inovācija", "bibliotēkā <mark>inovācija</mark>")


def test_a_text_costs_no_more_than_a_query(site: None, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(100):
        correct(" ".join(f"inovacja{'abcdefgh'[number % 8] * 3}" for number in range(500)), "lv")


def test_only_what_is_not_found_is_replaced(site: None) -> None:
    found = correct("<b>inovacja, laboratorijām", "lv")
    assert found == Correction(
        "<b>inovācija, laboratorijām", "&lt;b&gt;<mark>inovācija</mark>, laboratorijām"
    )


@pytest.mark.parametrize(
    "text", ["inovāciju", "laboratorijas", "sgs", "xyzxyzxyz", "un", "", "2019x", "🙂"]
)
def test_nothing_is_corrected(site: None, text: str) -> None:
    """Found as it is, too short for a slip, unlike any word."""
    assert correct(text, "lv") is None


def test_words_of_withdrawn_pages_are_not_offered(site: None) -> None:
    for entry in SearchEntry.objects.all():
        entry.delete()
    assert correct("inovacja", "lv") is None


def test_the_next_ones_are_offered_if_the_closest_are_withdrawn(make_pages: MakePages) -> None:
    make_pages({"body": "kolektīvs"}, {"body": "kolektors"}, {"body": "kolektors"})
    assert (found := correct("kolektvs", "lv"))
    assert found.text == "kolektīvs"
    SearchEntry.objects.get(text__contains="kolektīvs").delete()
    assert (found := correct("kolektvs", "lv"))
    assert found.text == "kolektors"


def test_the_closest_and_then_the_more_frequent(make_pages: MakePages) -> None:
    make_pages({"body": "karote"}, {"body": "kartes"}, {"body": "kartes"})
    found = correct("kaartes", "lv")
    assert found
    assert found.text == "kartes"


def test_quotes_stay_and_what_is_left_out_is_not_corrected(site: None) -> None:
    found = correct('"inovacja un laboratorija" -darbnca', "lv")
    assert found
    assert found.text == '"inovācija un laboratorija" -darbnca'
    assert correct('"inovacja laboratorija"', "lv") is None


@pytest.mark.parametrize("text", ["inovācijulaboratorija", "Inovacijulaboratorijas"])
def test_a_missing_space(site: None, text: str) -> None:
    found = correct(text, "lv")
    assert found
    place = len("inovaciju")
    assert found.text == f"{text[:place]} {text[place:]}"


def test_two_words_that_no_page_has_together_are_no_missing_space(make_pages: MakePages) -> None:
    make_pages({"title": "Inovācija"}, {"title": "Laboratorija"})
    assert correct("inovācijulaboratorija", "lv") is None


@pytest.mark.parametrize("text", ["lieta", "māte", "pele", "mate"])
def test_a_word_of_the_language_is_no_slip(make_pages: MakePages, text: str) -> None:
    """No page has it, but that is what was asked for."""
    make_pages({"body": "vieta māse pelde nate pēle"})
    assert correct(text, "lv") is None


def test_forms_are_looked_for_in_few_words(site: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes milliseconds for each, and a query may have any number."""
    asked: list[str] = []

    def near_words(word: str) -> list[str]:
        asked.append(word)
        return []

    monkeypatch.setattr(spelling, "near_words", near_words)
    correct("slgou kaķeim", "lv")
    correct("māla slogu", "lv")
    assert asked == ["slgou", "kaķeim"]
    correct("slgou kaķeim sņuus", "lv")
    assert len(asked) == 2


def test_a_word_of_english_is_no_slip(make_pages: MakePages) -> None:
    make_pages({"body": "letter horse"}, locale="en")
    assert correct("better", "en") is None
    assert correct("house", "en") is None
    found = correct("lettr", "en")
    assert found
    assert found.text == "letter"


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_word_that_pages_have_as_a_possessive_only(
    make_pages: MakePages, apostrophe: str
) -> None:
    make_pages({"title": f"The government{apostrophe}s plan"}, locale="en")
    assert correct("goverment", "en") == Correction("government", "<mark>government</mark>")


def test_a_known_vocabulary_is_not_written_again(
    site: None, django_assert_num_queries: Any
) -> None:
    words = set(SearchWord.objects.values_list("word", flat=True))
    with django_assert_num_queries(1):
        learn("lv", words)


def test_the_vocabulary_is_not_read(site: None, django_assert_num_queries: Any) -> None:
    """One statement for the close words, whatever their number."""
    with django_assert_num_queries(1):
        assert set(close_words("inovacja", "lv")) == {"inovācija"}


@pytest.mark.parametrize("text", ["prog rammēt", "pārbrauk tuve"])
def test_what_finds_less_is_not_offered(make_pages: MakePages, text: str) -> None:
    """The parts of these are no words, but together they are what pages have."""
    make_pages(
        {"title": "Programmēt skolā", "body": "Programmēt un prot."},
        {"title": "Pārbrauktuve slēgta", "body": "Būvē ceļu."},
    )
    response = service.search(text, "lv", {}, page=1, size=10, client="192.0.2.1")
    assert response.results.complete == 1
    assert response.correction is None


def test_what_finds_more_is_offered(make_pages: MakePages) -> None:
    make_pages({"title": "Slogs un māls"}, {"title": "Slogs"})
    response = service.search("māla slgou", "lv", {}, page=1, size=10, client="192.0.2.1")
    assert response.results.complete == 0
    assert response.correction == Correction("māla slogu", "māla <mark>slogu</mark>")
