"""However a word is written or encoded, in the query or on the page, they meet."""

import unicodedata
from typing import Any

import pytest

from search.query.expansion import Synonym
from tests.factories import make_standard, publish, translate_page

from .conftest import Searching

DECOMPOSED = unicodedata.normalize("NFD", "vēstuļu pārbaude")


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("inovā\u00adcijas labora\u200btorija", ("inovācija", "laboratorija", "inovācijas lab")),
        ("\ufeffinovācijas\u2060", ("inovācija", "ino\u00advācija", "inova\u0304cija\u200d")),
        (DECOMPOSED, ("vēstule", "vestule", "vēstuļu", DECOMPOSED)),
        ("12 500 dalībnieku", ("12500", "12 500", "12.500", "12,500", "12\u00a0500")),
        ("12\u202f500 dalībnieku", ("12500", "12 500")),
        ("12,500 dalībnieku", ("12500", "12 500")),
        ("12500 dalībnieku", ("12500", "12 500", "12\u00a0500", "12.500", "12’500")),
        ("Wi-Fi", ("wifi", "wi-fi", "WI FI", "Wi‑Fi", "wi–fi")),
        ("wifi", ("wifi", "wi-fi", "wi fi", "Wi‑Fi")),
        ("COVID-19", ("covid19", "covid-19", "Covid 19", "COVID‑19")),
        ("COVID19", ("covid19", "covid-19", "Covid 19")),
        ("e-pasts", ("epasts", "e-pasta", "e‑pasts", "e pasts", "epastu")),
        ("e\u2011pasts", ("epasts", "e-pasts")),
        ("epasts", ("e-pasts", "e pasts", "e‑pasts")),
        ("tālrunis 6701 2345", ("67012345", "6701 2345")),
        ("ﬁnanses ＥＳ", ("finanses", "es fondi finanses")),
        ("Łódź", ("lodz", "łódź")),
    ],
)
def test_spellings_meet(
    searching: Searching, home: Any, written: str, asked: tuple[str, ...]
) -> None:
    page = publish(make_standard(home, title=written))
    publish(make_standard(home, title="Kas cits"))
    searching.follow()
    missed = [text for text in asked if searching.pages(text) != [page.pk]]
    assert missed == []


@pytest.mark.parametrize(
    ("written", "asked"), [("12,5", "125"), ("25 000", "2500"), ("2024. 12. 31", "20241231")]
)
def test_other_numbers_stay_apart(
    searching: Searching, home: Any, written: str, asked: str
) -> None:
    publish(make_standard(home, title=written))
    searching.follow()
    assert searching.pages(asked) == []


def test_english_with_and_without_diacritics(searching: Searching, home: Any) -> None:
    home = publish(home)
    translate_page(home, title="Home")
    english = translate_page(publish(make_standard(home)), title="The Rīga café's e-services")
    searching.follow()
    for text in ("riga", "Rīga", "cafe", "cafés", "eservice"):
        assert searching.pages(text, "en") == [english.pk], text


def test_marks_are_on_whole_letters(searching: Searching, home: Any) -> None:
    text = unicodedata.normalize("NFD", "Raksta vēs\u00adtuli un x\u0304 vēstuli.")
    publish(make_standard(home, title=DECOMPOSED, body=[("rich_text", f"<p>{text}</p>")]))
    searching.follow()
    (hit,) = searching.shown("ve\u0304stule")
    assert hit.title == "<mark>vēstuļu</mark> pārbaude"
    assert "Raksta <mark>vēstuli</mark> un x\u0304 <mark>vēstuli</mark>." in hit.excerpt


def test_what_is_written_apart_is_marked_as_a_whole(searching: Searching, home: Any) -> None:
    filler = "Cits teikums par ko citu. " * 60
    body = [("rich_text", f"<p>{filler}Te ir Wi-Fi tīkls. {filler}</p>")]
    publish(make_standard(home, title="Pieslēgums", body=body))
    searching.follow()
    (hit,) = searching.shown("wifi")
    assert "Te ir <mark>Wi-Fi</mark> tīkls." in hit.excerpt


@pytest.mark.parametrize("typed", ["wif", "wifi", "wi-f", "wi f", "Wi‑Fi", "wi\u00adfi"])
@pytest.mark.parametrize("title", ["Wi-Fi tīkls", "Wifi tīkls"])
def test_suggestions(searching: Searching, home: Any, title: str, typed: str) -> None:
    page = publish(make_standard(home, title=title))
    searching.follow()
    assert searching.engine.suggest(typed, "lv", 8) == [page.pk]


@pytest.mark.parametrize("asked", ["wifi", "Wi-Fi", "wi fi", "wi\u00adfi"])
def test_synonyms_in_any_spelling(searching: Searching, home: Any, asked: str) -> None:
    page = publish(make_standard(home, title="Bezvadu tīkls"))
    searching.follow()
    for written in ("wifi", "Wi-Fi", "wi‑fi"):
        rule = Synonym((written,), ("bezvadu tīkls",))
        assert searching.pages(asked, synonyms=[rule]) == [page.pk], written
