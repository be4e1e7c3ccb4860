from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.engines.database.related import related_pages
from tests.search.pages import MakePages

LETTERS = {"title": "Vēstules iedzīvotājiem", "summary": "Saprotama valoda vēstulē."}


def best(page_id: int, locale: str, number: int) -> list[int]:
    return [row["page_id"] for row in related_pages(page_id, locale)[:number]]


def test_pages_that_share_words_in_any_form(make_pages: MakePages) -> None:
    make_pages(
        LETTERS,
        {"title": "Saprotamas vēstules", "summary": "Valodas darbnīca iedzīvotājam."},
        {"title": "Prototipi", "summary": "Papīra modeļi un to izmēģināšana."},
        {"title": "Modeļi", "summary": "Vēstules."},
    )
    assert best(1, "lv", 4) == [2]


def test_rare_words_weigh_more(make_pages: MakePages) -> None:
    make_pages(
        {"title": "Darbnīca bibliotēkā", "terms": "Līdzdalība"},
        {"title": "Darbnīca", "terms": "Līdzdalība"},
        {"title": "Bibliotēka", "terms": "Līdzdalība"},
        {"title": "Darbnīca", "terms": "Dati"},
    )
    assert best(1, "lv", 1) == [3]


def test_other_locales_and_unknown_pages(make_pages: MakePages) -> None:
    make_pages(LETTERS, LETTERS)
    assert best(1, "lv", 4) == [2]
    assert best(1, "en", 4) == best(99, "lv", 4) == []


def test_queries_do_not_grow(make_pages: MakePages) -> None:
    make_pages(*(LETTERS for _ in range(20)))
    with CaptureQueriesContext(connection) as queries:
        assert len(best(1, "lv", 4)) == 4
    assert len(queries) == 1
