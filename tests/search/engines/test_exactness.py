"""Quotes and exclusions, whichever engine responds."""

from typing import Any

import pytest

from search.query.expansion import Synonym
from search.query.search_query import SearchQuery
from tests.factories import publish, translate_page

from .conftest import Searching
from .test_behaviour import standard


@pytest.fixture
def chancellery(searching: Searching, home: Any) -> Searching:
    standard(home, "Valsts kanceleja", "Te strādā laboratorija.")
    standard(home, "Kanceleja un valsts", "Valsts iestāžu kanceleja.")
    standard(home, "Ziņa", "Lēmumu pieņēma Valsts kancelejā, un par to rakstīja ar tinti.")
    searching.follow()
    return searching


def test_words_side_by_side_in_any_inflection(chancellery: Searching) -> None:
    assert len(chancellery.titles("valsts kanceleja")) == 3
    for text in ('"valsts kanceleju"', "„Valsts kancelejai“", '"valsts kancelejas"'):
        assert chancellery.titles(text) == ["Valsts kanceleja", "Ziņa"], text
    assert chancellery.titles('"kanceleja valsts"') == []
    assert chancellery.titles('laboratorija "valsts kanceleja"')[0] == "Valsts kanceleja"


def test_stop_words_and_repeated_words_count_in_quotes(chancellery: Searching, home: Any) -> None:
    standard(home, "Soli pa solim")
    standard(home, "Solis pa labi")
    chancellery.follow()
    assert chancellery.titles('"rakstīt ar tinti"') == ["Ziņa"]
    assert chancellery.titles('"rakstīt tinti"') == []
    assert chancellery.titles('"soļi pa solim"') == ["Soli pa solim"]
    assert chancellery.titles('"par to"') == ["Ziņa"]


def test_without_the_phrase_nothing_is_found_not_even_in_part(chancellery: Searching) -> None:
    found = chancellery.engine.search(SearchQuery('"kanceleja laboratorija" ziņa', "lv"))
    assert (found.total, found.partial, found.pages) == (0, False, ())
    assert not any(found.facets.values())


def test_a_synonym_does_not_stand_for_words_in_quotes(chancellery: Searching) -> None:
    rule = Synonym.equal("ministrija", "valsts kanceleja")
    assert len(chancellery.titles("ministrija", synonyms=[rule])) == 3
    assert chancellery.titles('"ministrija"', synonyms=[rule]) == []


def test_words_are_left_out_in_any_inflection(chancellery: Searching) -> None:
    assert chancellery.titles("kanceleja -laboratorijas -iestādēm") == ["Ziņa"]
    assert chancellery.titles("kanceleja -iestazu -laboratoriju") == ["Ziņa"]
    assert chancellery.titles('kanceleja -"valsts kancelejas"') == ["Kanceleja un valsts"]
    assert chancellery.titles("kanceleja -valsts") == []
    found = chancellery.engine.search(SearchQuery("kanceleja -laboratorija", "lv"))
    assert (found.total, found.partial) == (2, False)


def test_a_similar_word_is_not_left_out(searching: Searching, home: Any) -> None:
    for title in ("Mājas mala", "Mājas māla"):
        standard(home, title)
    searching.follow()
    assert searching.titles("mājas -māla") == ["Mājas mala"]


def test_spellings_of_compounds(searching: Searching, home: Any) -> None:
    standard(home, "Bezmaksas Wi-Fi tīkls")
    standard(home, "Bezmaksas tīkls, ātrs wifi")
    searching.follow()
    first = ["Bezmaksas Wi-Fi tīkls"]
    for text in ('"wifi tīkls"', '"bezmaksas wifi"', '"wi fi tīkla"', '"bezmaksas wi-fi"'):
        assert searching.titles(text) == first, text
    assert searching.titles('"tīkls" -"ātrs wi-fi"') == first
    assert searching.titles("tīkls -wi-fi") == []


def test_a_date_or_number_in_quotes_however_it_is_written(searching: Searching, home: Any) -> None:
    standard(home, "Rakstīts", "Tiekamies 2019. gada 5. decembrī, zvaniet +371 67 082 900.")
    standard(home, "Skaitļi", "Tiekamies 6.12.2019., zvaniet 67 082 901.")
    searching.follow()
    for text in ('"05.12.2019"', '"5. decembris"', '"67082900"', 'zvanīt -"67082901"'):
        assert searching.titles(text) == ["Rakstīts"], text
    assert len(searching.titles('"12.2019"')) == 2
    (hit,) = searching.shown('"05.12.2019"')
    assert "<mark>2019. gada 5. decembrī</mark>" in hit.excerpt
    (hit,) = searching.shown('"67082900"')
    assert "<mark>+371 67 082 900</mark>" in hit.excerpt


def test_a_day_is_not_found_by_its_numbers_and_a_month_has_its_days(
    searching: Searching, home: Any
) -> None:
    standard(home, "Termiņš 31.12.2019.", "Piecas lapas, 5 stundas.")
    standard(home, "Sanāksme", "Tiekamies 2019. gada 5. decembrī.")
    standard(home, "Likums", "Pieņemts 12.2019.")
    searching.follow()
    assert searching.titles("5.12.2019") == ["Sanāksme"]
    assert set(searching.titles("2019. gada decembris")) == {
        "Termiņš 31.12.2019.",
        "Sanāksme",
        "Likums",
    }


def test_english(searching: Searching, home: Any) -> None:
    translate_page(publish(home), title="Home")
    translate_page(standard(home, "Viens"), title="Services of the public laboratory")
    translate_page(standard(home, "Divi"), title="A laboratory in public")
    searching.follow()
    assert searching.titles('"public laboratories"', "en") == ["Services of the public laboratory"]
    assert searching.titles("laboratory -service", "en") == ["A laboratory in public"]


def test_only_what_was_asked_for_is_marked(chancellery: Searching) -> None:
    hits = chancellery.shown('"valsts kanceleja" lēmums')
    marked = {hit.title: hit.excerpt for hit in hits}
    assert (
        "<mark>Lēmumu</mark> pieņēma <mark>Valsts</mark> <mark>kancelejā</mark>" in (marked["Ziņa"])
    )
    (alone,) = chancellery.shown('"iestāžu kanceleja" -tinte')
    assert alone.title == "Kanceleja un valsts"
    assert "Valsts <mark>iestāžu</mark> <mark>kanceleja</mark>" in alone.excerpt


def test_the_place_of_a_phrase_is_shown(searching: Searching, home: Any) -> None:
    text = "Valsts. " + "Cits teikums. " * 200 + "Tad valsts kanceleja. " + "Beigas. " * 90
    standard(home, "Kanceleja", text)
    searching.follow()
    (hit,) = searching.shown('"valsts kanceleja"')
    assert "Tad <mark>valsts</mark> <mark>kanceleja</mark>" in hit.excerpt


@pytest.mark.parametrize(
    "text",
    [
        '"' * 200,
        '-"' * 100,
        '"a" ' * 50,
        "-a " * 66,
        '"' + "a " * 99 + '"',
        "slogs " + "-b " * 60,
        '"slogs ' + "b " * 90 + '"',
        "-" * 200,
        '"-" -"-" «»',
        '"slogs" -"slogs"',
    ],
)
def test_odd_ones_get_an_answer(searching: Searching, home: Any, text: str) -> None:
    standard(home, "Slogs")
    searching.follow()
    assert searching.engine.search(SearchQuery(text, "lv")).total in (0, 1, 2)
    assert len(searching.engine.suggest(text, "lv", 8)) <= 1
