"""What the requests add to what `engines/test_behaviour.py` asks of all, on a real server."""

from datetime import UTC, datetime
from typing import Any

import pytest
from elasticsearch import BadRequestError, Elasticsearch

from search.engines.elastic.hits import page_id, page_ids
from search.engines.elastic.query import search_request
from search.engines.elastic.suggestions import suggest_request
from search.query.search_query import SearchQuery
from tests.search.conftest import MakeIndex, entry

pytestmark = pytest.mark.elasticsearch
NOW = datetime(2026, 11, 24, tzinfo=UTC)


class Search:
    def __init__(self, client: Elasticsearch) -> None:
        self.client = client
        self.locale = "lv"

    def response(self, index: str, text: str, **options: Any) -> Any:
        query = SearchQuery(text, self.locale, now=NOW, **options)
        body = search_request(query)
        return self.client.search(index=index, body=body)

    def __call__(self, index: str, text: str, **options: Any) -> list[int]:
        return list(page_ids(self.response(index, text, **options)))


@pytest.fixture
def search(cluster_client: Elasticsearch) -> Search:
    return Search(cluster_client)


@pytest.mark.parametrize("text", ["iestādēm", "iestazu vestules", "vēstule no iestādes", "IESTĀDĒ"])
def test_any_form(search: Search, make_index: MakeIndex, text: str) -> None:
    index = make_index({"title": "Iestāžu vēstules"}, {"title": "Prototipi"})
    assert search(index, text) == [1]


def test_old_news_yield_and_cases_do_not(search: Search, make_index: MakeIndex) -> None:
    old, new = "2019-01-01", "2026-11-20"
    news, case = {"type": "news"}, {"type": "case"}
    index = make_index(
        {"title": "Slogs", "date": old, "facets": news},
        {"title": "Slogs", "date": new, "facets": news},
        {"title": "Slogs", "date": old, "facets": case},
    )
    assert search(index, "slogs")[-1] == 1
    hits = search.response(index, "slogs")["hits"]["hits"]
    scores = {page_id(hit): hit["_score"] for hit in hits}
    assert scores[2] == pytest.approx(scores[3])
    assert scores[1] == pytest.approx(scores[3] * 0.7, rel=0.05)


def test_a_word_longer_than_the_prefixes_is_suggested(
    cluster_client: Elasticsearch, make_index: MakeIndex
) -> None:
    index = make_index({"title": "Starpinstitucionālajiem pakalpojumiem"})
    body = suggest_request("starpinstitucionalajiem", "lv", size=8)
    assert len(cluster_client.search(index=index, body=body)["hits"]["hits"]) == 1


def test_fields_that_nobody_knows_are_refused(
    cluster_client: Elasticsearch, make_index: MakeIndex
) -> None:
    index = make_index()
    with pytest.raises(BadRequestError, match="strict_dynamic_mapping"):
        cluster_client.index(index=index, document=entry(1, {}, "lv") | {"colour": "red"})
