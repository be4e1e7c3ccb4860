"""The requests against a real server: what is found, in which order, counted and marked."""

from datetime import UTC, datetime
from typing import Any

import pytest
from elasticsearch import BadRequestError, Elasticsearch

from search.elastic import facets
from search.elastic.query import search_request
from search.elastic.suggestions import suggest_request
from search.expansion import Synonym
from search.question import Question
from tests.search.conftest import MakeIndex, entry

pytestmark = pytest.mark.elasticsearch
NOW = datetime(2026, 11, 24, tzinfo=UTC)


class Search:
    def __init__(self, client: Elasticsearch) -> None:
        self.client = client
        self.locale = "lv"
        self.dictionaries = True

    def answer(self, index: str, text: str, **options: Any) -> Any:
        question = Question(text, self.locale, now=NOW, **options)
        body = search_request(question, dictionaries=self.dictionaries)
        return self.client.search(index=index, body=body)

    def __call__(self, index: str, text: str, **options: Any) -> list[int]:
        hits = self.answer(index, text, **options)["hits"]["hits"]
        return [hit["_source"]["page_id"] for hit in hits]


@pytest.fixture
def search(cluster_client: Elasticsearch) -> Search:
    return Search(cluster_client)


@pytest.mark.parametrize("dictionaries", [True, False])
@pytest.mark.parametrize("text", ["iestādēm", "iestazu vestules", "vēstule no iestādes", "IESTĀDĒ"])
def test_any_form_finds(
    search: Search, make_index: MakeIndex, text: str, dictionaries: bool
) -> None:
    search.dictionaries = dictionaries
    index = make_index(
        {"title": "Iestāžu vēstules"}, {"title": "Prototipi"}, dictionaries=dictionaries
    )
    assert search(index, text) == [1]


def test_what_was_typed_comes_first(search: Search, make_index: MakeIndex) -> None:
    index = make_index(
        {"title": "Mala"},
        {"title": "Malas"},
        {"title": "Māla"},
        {"title": "Māli"},
        {"title": "Cits"},
    )
    assert search(index, "māla")[0] == 3
    assert 1 not in search(index, "māla")
    assert search(index, "malas")[0] == 2
    assert set(search(index, "mala")) == {1, 2, 3, 4}
    assert search(index, "mala")[0] == 1


def test_titles_before_bodies(search: Search, make_index: MakeIndex) -> None:
    index = make_index(
        {"title": "Cits", "body": "slogs " * 3}, {"title": "Slogs", "body": "Par ko citu."}
    )
    assert search(index, "slogam") == [2, 1]


def test_both_words_are_wanted_and_few_of_a_sentence_may_lack(
    search: Search, make_index: MakeIndex
) -> None:
    index = make_index(
        {"title": "Darbnīca bibliotēkā"},
        {"title": "Darbnīca"},
        {"title": "Kā pieteikties darbnīcai", "body": "Aizpildiet veidlapu."},
    )
    assert search(index, "darbnīcas bibliotēkās") == [1]
    assert search(index, "kā es varu pieteikties uz darbnīcu ar veidlapu internetā") == [3]


def test_old_news_yield_and_cases_do_not(search: Search, make_index: MakeIndex) -> None:
    old, new = "2019-01-01", "2026-11-20"
    news, case = {"type": "news"}, {"type": "case"}
    index = make_index(
        {"title": "Slogs", "date": old, "facets": news},
        {"title": "Slogs", "date": new, "facets": news},
        {"title": "Slogs", "date": old, "facets": case},
    )
    assert search(index, "slogs")[-1] == 1
    scores = {hit["_id"]: hit["_score"] for hit in search.answer(index, "slogs")["hits"]["hits"]}
    assert scores["2"] == pytest.approx(scores["3"])
    assert scores["1"] == pytest.approx(scores["3"] * 0.7, rel=0.05)


def test_synonyms_find_less_than_words(search: Search, make_index: MakeIndex) -> None:
    index = make_index({"title": "Administratīvais slogs"}, {"title": "Birokrātija"})
    rule = Synonym.equal("birokrātija", "administratīvais slogs")
    assert search(index, "birokrātijas") == [2]
    assert search(index, "birokratijas", synonyms=[rule]) == [2, 1]
    assert search(index, "administratīvo slogu", synonyms=[rule]) == [1, 2]


def test_promoted_pages_come_first_in_their_order(search: Search, make_index: MakeIndex) -> None:
    index = make_index({"title": "Slogs"}, {"title": "Pirmā"}, {"title": "Otrā"})
    assert search(index, "slogs", promoted=[3, 2]) == [3, 2, 1]


def test_facets_count_without_their_own_choice(search: Search, make_index: MakeIndex) -> None:
    rows = [("a", "2025"), ("a", "2026"), ("b", "2026"), ("b", "2026")]
    index = make_index(
        *({"title": "Slogs", "facets": {"topic": topic, "year": year}} for topic, year in rows)
    )
    answer = search.answer(index, "slogi", chosen={"topic": ["a"]})
    counted = facets.counts(answer["aggregations"])
    assert counted["topic"] == [("a", 2), ("b", 2)]
    assert counted["year"] == [("2025", 1), ("2026", 1)]
    assert answer["hits"]["total"] == {"value": 2, "relation": "eq"}
    assert counted["kind"] == []


@pytest.mark.parametrize("text", ["inov", "inovāc", "INOVAC", "inovācijas lab", "laborator"])
def test_suggestions_while_typing(
    cluster_client: Elasticsearch, make_index: MakeIndex, text: str
) -> None:
    index = make_index(
        {"title": "Inovācijas laboratorija"}, {"title": "Prototips"}, {"title": "Zemes kabata"}
    )
    hits = cluster_client.search(index=index, body=suggest_request(text, "lv", size=8))["hits"][
        "hits"
    ]
    assert [hit["_id"] for hit in hits] == ["1"]


def test_a_word_longer_than_the_prefixes_is_suggested(
    cluster_client: Elasticsearch, make_index: MakeIndex
) -> None:
    index = make_index({"title": "Starpinstitucionālajiem pakalpojumiem"})
    body = suggest_request("starpinstitucionalajiem", "lv", size=8)
    assert len(cluster_client.search(index=index, body=body)["hits"]["hits"]) == 1


def test_english(search: Search, make_index: MakeIndex) -> None:
    search.locale = "en"
    index = make_index({"title": "The laboratory's services"}, {"title": "Prototypes"}, locale="en")
    assert search(index, "service of laboratories") == [1]


def test_fields_that_nobody_knows_are_refused(
    cluster_client: Elasticsearch, make_index: MakeIndex
) -> None:
    index = make_index()
    with pytest.raises(BadRequestError, match="strict_dynamic_mapping"):
        cluster_client.index(index=index, document=entry(1, {}, "lv") | {"colour": "red"})


@pytest.mark.parametrize(
    "text", ["*:*", '"', "\\", "AND OR", "(", "a" * 5000, "\x00", "😀", "/re/"]
)
def test_odd_questions_get_an_answer(search: Search, make_index: MakeIndex, text: str) -> None:
    index = make_index({"title": "Slogs"})
    assert search.answer(index, text)["hits"]["total"]["relation"] == "eq"
