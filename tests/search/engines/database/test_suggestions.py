import pytest

from search.engines.database.suggestions import suggest
from tests.search.pages import MakePages


@pytest.mark.parametrize("text", ["inov", "inovāc", "INOVAC", "inovācijas lab", "laborator"])
def test_every_typed_word_begins_one(make_pages: MakePages, text: str) -> None:
    make_pages(
        {"title": "Inovācijas laboratorija"}, {"title": "Prototips"}, {"title": "Zemes kabata"}
    )
    assert suggest(text, "lv", 8) == [1]


def test_marks_may_be_missing_on_either_side(make_pages: MakePages) -> None:
    make_pages({"title": "Nedela"}, {"title": "Nedēļa"})
    assert set(suggest("nedēl", "lv", 8)) == {1, 2}
    assert set(suggest("nedel", "lv", 8)) == {1, 2}


def test_whole_words_with_their_marks_come_first(make_pages: MakePages) -> None:
    make_pages(
        {"title": "Karte", "date": "2026-01-01"},
        {"title": "Kārte", "date": "2026-02-01"},
        {"title": "Kartes", "date": "2026-03-01"},
    )
    assert suggest("karte", "lv", 8) == [1, 2, 3]
    assert suggest("kārte", "lv", 1) == [2]


def test_terms_and_headings_suggest_and_bodies_do_not(make_pages: MakePages) -> None:
    make_pages({"title": "A", "terms": "Dati"}, {"headings": "Datumi"}, {"body": "datori"})
    assert set(suggest("dat", "lv", 8)) == {1, 2}


@pytest.mark.parametrize("text", ["", " ", "?!", "zz", "'", '"*'])
def test_nothing_to_suggest(make_pages: MakePages, text: str) -> None:
    make_pages({"title": "Slogs"})
    assert suggest(text, "lv", 8) == []
    assert suggest("slogs", "en", 8) == []


def test_titles_before_terms(make_pages: MakePages) -> None:
    make_pages(
        {"title": "Darbnīcas", "date": "2025-01-01"},
        {"title": "Cits", "terms": "Darbs", "date": "2026-01-01"},
    )
    assert suggest("darb", "lv", 8) == [1, 2]
    assert suggest("darbn", "lv", 8) == [1]
