"""What the database finds, in which order, counted and marked."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from govlab.delivery.models import Document
from search.answers import Answer
from search.database import engine
from search.expansion import Synonym
from search.question import Question
from tests.search.pages import MakePages

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def answer(text: str, locale: str = "lv", **options: Any) -> Answer:
    return engine.search(Question(text, locale, now=NOW, **options))


def found(text: str, locale: str = "lv", **options: Any) -> list[int]:
    return [hit.page_id for hit in answer(text, locale, **options).hits]


@pytest.mark.parametrize("text", ["iestādēm", "iestazu vestules", "vēstule no iestādes", "IESTĀDĒ"])
def test_any_form_finds(make_pages: MakePages, text: str) -> None:
    make_pages({"title": "Iestāžu vēstules"}, {"title": "Prototipi"})
    assert found(text) == [1]


def test_what_was_typed_comes_first(make_pages: MakePages) -> None:
    titles = ("Mala", "Malas", "Māla", "Māli", "Cits")
    make_pages(*({"title": title} for title in titles))
    assert found("māla")[0] == 3
    assert 1 not in found("māla")
    assert found("malas")[0] == 2
    assert set(found("mala")) == {1, 2, 3, 4}
    assert found("mala")[0] == 1


def test_titles_before_bodies(make_pages: MakePages) -> None:
    make_pages({"title": "Cits", "body": "slogs " * 3}, {"title": "Slogs", "body": "Par ko citu."})
    assert found("slogam") == [2, 1]


def test_rare_words_decide(make_pages: MakePages) -> None:
    common = [{"title": "Darbnīca", "body": "Par darbnīcu."} for _ in range(8)]
    make_pages(*common, {"title": "Darbnīca bibliotēkā"}, {"title": "Bibliotēka darbnīcas laikā"})
    assert set(found("darbnīca bibliotēka sapulce")[:2]) == {9, 10}


def test_few_words_of_a_sentence_may_lack(make_pages: MakePages) -> None:
    make_pages(
        {"title": "Darbnīca bibliotēkā"},
        {"title": "Darbnīca"},
        {"title": "Kā pieteikties darbnīcai", "body": "Aizpildiet veidlapu."},
    )
    both = answer("darbnīcas bibliotēkās")
    assert [hit.page_id for hit in both.hits] == [1]
    assert not both.partial
    assert found("kā es varu pieteikties uz darbnīcu ar veidlapu internetā") == [3]


def test_where_no_page_has_enough_words_those_with_some_are_found(make_pages: MakePages) -> None:
    make_pages({"title": "Darbnīca"}, {"title": "Prototips"})
    some = answer("darbnīca kosmosā")
    assert [hit.page_id for hit in some.hits] == [1]
    assert some.partial
    assert answer("kosmosa kuģi").total == 0


def test_words_side_by_side_before_words_apart(make_pages: MakePages) -> None:
    make_pages(
        {"title": "A", "body": "Slogs ir liels un cilvēkiem grūts, arī administratīvs."},
        {"title": "B", "body": "Liels administratīvais slogs ir arī cilvēkiem, un tas ir grūts."},
        {"title": "C", "body": "Slogs ir liels un cilvēkiem grūts, arī administratīvs."},
    )
    assert found("administratīvo slogu")[0] == 2


def test_old_news_yield_and_cases_do_not(make_pages: MakePages) -> None:
    old, new = "2019-01-01", "2026-11-20"
    news, case = {"type": "news"}, {"type": "case"}
    make_pages(
        {"title": "Slogs", "date": old, "facets": news},
        {"title": "Slogs", "date": new, "facets": news},
        {"title": "Slogs", "date": old, "facets": case},
    )
    assert found("slogs") == [2, 3, 1]


def test_synonyms_find_less_than_words(make_pages: MakePages) -> None:
    make_pages({"title": "Administratīvais slogs"}, {"title": "Birokrātija"})
    rule = Synonym.equal("administratīvais slogs", "birokrātija")
    assert found("birokrātiju", synonyms=[rule]) == [2, 1]
    assert found("administratīvā sloga", synonyms=[rule]) == [1, 2]
    assert found("slogs", synonyms=[rule]) == [1]


def test_promoted_pages_come_first_in_their_order(make_pages: MakePages) -> None:
    make_pages({"title": "Slogs"}, {"title": "Pirmā"}, {"title": "Otrā"})
    assert found("slogs", promoted=[3, 99, 2]) == [3, 2, 1]
    assert answer("slogs", promoted=[3, 99, 2]).total == 3


def test_facets_count_without_their_own_choice(make_pages: MakePages) -> None:
    rows = [("a", "2025"), ("a", "2026"), ("b", "2026"), ("b", "2026")]
    make_pages(
        *({"title": "Slogs", "facets": {"topic": topic, "year": year}} for topic, year in rows)
    )
    narrowed = answer("slogi", chosen={"topic": ["a"]})
    assert narrowed.facets["topic"] == [("a", 2), ("b", 2)]
    assert narrowed.facets["year"] == [("2025", 1), ("2026", 1)]
    assert narrowed.facets["kind"] == []
    assert narrowed.total == 2


def test_other_locales_stay_apart(make_pages: MakePages) -> None:
    make_pages({"title": "The laboratory's services"}, {"title": "Prototypes"}, locale="en")
    assert found("service of laboratories", "en") == [1]
    assert found("laboratory", promoted=[1]) == []


def test_without_a_word_everything_is_found_the_newest_first(make_pages: MakePages) -> None:
    make_pages({"title": "A", "date": "2026-01-01"}, {"title": "B", "date": "2026-02-01"})
    assert found(" ,.") == [2, 1]


def test_pages_beyond_those_that_are_ranked_are_there(
    make_pages: MakePages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "MOST_RANKED", 2)
    make_pages(*({"title": "Cits", "body": "Slogs"} for _ in range(4)), {"title": "Slogs"})
    pages = found("slogs", size=3) + found("slogs", size=3, page=2)
    assert pages[0] == 5
    assert sorted(pages) == [1, 2, 3, 4, 5]


def test_queries_do_not_grow(make_pages: MakePages) -> None:
    def count(pages: int) -> int:
        make_pages(*({"title": "Prototips", "facets": {"type": "news"}} for _ in range(pages)))
        with CaptureQueriesContext(connection) as queries:
            answer("prototipu", size=20, chosen={"type": ["news"]})
        return len(queries)

    one = count(1)
    Document.objects.all().delete()
    assert count(20) == one


@pytest.mark.parametrize(
    "text", ["*:*", '"', "\\", "AND OR", "(", "a" * 5000, "\x00", "😀", "/re/", "'", "NEAR(a b)"]
)
def test_odd_questions_get_an_answer(make_pages: MakePages, text: str) -> None:
    make_pages({"title": "Slogs"})
    assert answer(text).total in {0, 1}
