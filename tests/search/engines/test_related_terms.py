"""Pages with related terms are found where few have the words, and never before these."""

from typing import Any

from search.query.expansion import Synonym
from search.query.results import FEW_RESULTS, RELAXED_BELOW
from search.query.search_query import SearchQuery
from tests.factories import make_standard, publish

from .conftest import Searching

RULES = [Synonym.subject("vadītājs", "atsauksme", "pārrunas", "izaugsme", "uzslava")]


def standard(home: Any, title: str, text: str = "") -> Any:
    body = [("rich_text", f"<p>{text}</p>")] if text else []
    return publish(make_standard(home, title=title, body=body))


def test_a_page_without_the_words_is_found_by_its_subject(searching: Searching, home: Any) -> None:
    standard(home, "Sarunas par izaugsmi", "Četras pārrunas gada vietā, atsauksmes un uzslavas.")
    standard(home, "Prototips no papīra", "Viena atsauksme.")
    standard(home, "Bibliotēka")
    searching.follow()
    assert searching.titles("vadītājs rājas") == []
    found = searching.titles("vadītājs rājas", synonyms=RULES)
    assert found == ["Sarunas par izaugsmi", "Prototips no papīra"]
    results = searching.engine.search(SearchQuery("vadītājs rājas", "lv", synonyms=RULES))
    assert (results.complete, results.partial, results.lacking) == (0, True, 2)


def test_pages_with_the_words_come_first(searching: Searching, home: Any) -> None:
    long = " ".join(f"teikums{number}" for number in range(40))
    standard(home, "Iestāde", f"{long}. Vadītājs bija sapulcē. {long}.")
    standard(home, "Izaugsme, pārrunas, atsauksme un uzslava", "Pārrunas, uzslava, izaugsme.")
    searching.follow()
    for text in ("vadītājs", "vadītājs sapulcē", "vaditaja sapulce"):
        first, second = searching.titles(text, synonyms=RULES)
        assert (first, second[:8]) == ("Iestāde", "Izaugsme"), text


def test_enough_pages_with_the_words_need_no_others(searching: Searching, home: Any) -> None:
    standard(home, "Pārrunas un atsauksmes")
    for number in range(FEW_RESULTS):
        standard(home, f"Vadītājs {number}")
    searching.follow()
    assert len(searching.titles("vadītājs", synonyms=RULES)) == FEW_RESULTS
    assert len(searching.titles("vadītājs sapulcē", synonyms=RULES)) == FEW_RESULTS + 1
    for number in range(RELAXED_BELOW):
        standard(home, f"Vadītāja sapulce {number}")
    searching.follow()
    results = searching.engine.search(SearchQuery("vadītājs sapulcē", "lv", synonyms=RULES))
    assert (results.total, results.lacking) == (RELAXED_BELOW, 0)


def test_quotes_and_exclusions_hold_for_them_too(searching: Searching, home: Any) -> None:
    standard(home, "Pārrunas bibliotēkā")
    standard(home, "Pārrunas muzejā")
    searching.follow()
    assert searching.titles('"vadītājs" sapulcē', synonyms=RULES) == []
    assert searching.titles("vadītājs rājas -muzejs", synonyms=RULES) == ["Pārrunas bibliotēkā"]


def test_they_are_not_marked(searching: Searching, home: Any) -> None:
    standard(home, "Pārrunas", "Te runā par pārrunām.")
    searching.follow()
    (found,) = searching.shown("vadītājs rājas", synonyms=RULES)
    assert "<mark>" not in found.title + found.excerpt
