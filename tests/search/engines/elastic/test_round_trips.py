"""What belongs to one question goes to the cluster together."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from elasticsearch import Elasticsearch

from search import service
from search.engines.elastic.engine import ElasticsearchEngine
from search.models import SearchIndex
from search.query.expansion import Synonym
from search.query.search_query import SearchQuery
from search.service import SearchResponse
from tests.factories import make_standard, publish, translate_page
from tests.search.served import Follow

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[list[Any]]:
    """The searches of each request."""
    requests: list[list[Any]] = []
    original = Elasticsearch.msearch

    def msearch(client: Elasticsearch, *, searches: list[Any]) -> Any:
        requests.append(searches[1::2])
        return original(client, searches=searches)

    monkeypatch.setattr(Elasticsearch, "msearch", msearch)
    return requests


@pytest.fixture
def pages(home: Any, follow: Follow) -> Any:
    home = publish(home)
    translate_page(home, title="Home")
    made = [publish(make_standard(home, title=f"Saprotama vēstule {text}")) for text in "ABC"]
    publish(make_standard(home, title="Prototips skolai"))
    translate_page(made[0], title="Wireframe")
    assert follow()
    return made


def ask(text: str) -> SearchResponse:
    response = service.search(text, "lv", {}, page=1, size=10, client="192.0.2.1")
    assert (response.engine, response.degraded) == ("elasticsearch", False)
    return response


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(
    ("text", "total", "partial", "corrected", "elsewhere", "searches"),
    [
        # Enough is found.
        ("vēstules", 3, False, None, 0, [1]),
        # Enough, but less than a page of results: with fewer words too.
        ("saprotamas vēstules", 3, False, None, 0, [1, 1]),
        # Little is found with words that are known: fewer words, and both in English.
        ("vēstules skolai", 4, True, None, 0, [1, 3]),
        ("prototips", 1, False, None, 0, [1, 1]),
        # A word that is not known: everything together.
        ("vēstlues", 0, False, 3, 0, [3]),
        ("wireframe", 0, False, None, 1, [2]),
        ("saprotama vēstlue", 3, True, 3, 0, [6]),
    ],
)
def test_no_more_round_trips_than_needed(
    sent: list[list[Any]],
    text: str,
    total: int,
    partial: bool,
    corrected: int | None,
    elsewhere: int,
    searches: list[int],
) -> None:
    response = ask(text)
    assert (response.results.total, response.results.partial) == (total, partial)
    better = response.corrected_results
    assert (better.total if better else None) == (None if total else corrected)
    assert sum(other.results.total for other in response.other_languages) == elsewhere
    assert [len(together) for together in sent] == searches


@pytest.mark.usefixtures("pages")
def test_what_is_asked_for_later_is_there_too(sent: list[list[Any]]) -> None:
    """The service does not ask for more if enough is found, but the interface allows it."""
    queries = [SearchQuery("vēstules", "lv"), SearchQuery("wireframe", "en")]
    totals = [results.total for results in ElasticsearchEngine().search_all(queries)]
    assert totals == [3, 1]
    assert [len(together) for together in sent] == [1, 1]


@pytest.mark.usefixtures("pages")
def test_related_terms_are_part_of_the_request_for_fewer_words(sent: list[list[Any]]) -> None:
    rules = [Synonym.subject("vēstule", "prototips"), Synonym.subject("slogs", "prototips")]
    (enough,) = ElasticsearchEngine().search_all([SearchQuery("vēstule", "lv", synonyms=rules)])
    (few,) = ElasticsearchEngine().search_all([SearchQuery("slogs", "lv", synonyms=rules)])
    assert (enough.total, enough.lacking) == (3, 0)
    assert (few.total, few.lacking, few.partial) == (1, 1, True)
    assert [len(together) for together in sent] == [1, 1, 1]
    ((strict,), _, (relaxed,)) = sent
    assert "prototips" not in str(strict)
    assert "prototips" in str(relaxed)


@pytest.mark.usefixtures("pages")
def test_only_what_is_shown_is_counted(sent: list[list[Any]]) -> None:
    ask("vēstlues skolai")
    ((strict, relaxed, *others),) = sent
    for body in (strict, relaxed):
        assert body["aggs"]
    assert len(others) == 4
    assert not any("aggs" in body for body in others)


def tables(queries: CaptureQueriesContext) -> list[str]:
    """What each statement reads of ours, if it does."""
    read = (re.findall(r' FROM "?((?:delivery|search)_\w+)', query["sql"]) for query in queries)
    return [names[-1] for names in read if names]


@pytest.mark.usefixtures("pages")
def test_statements_of_a_response(client: Client) -> None:
    """In a transaction, as here, rules and labels of facets are read each time."""
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/api/v1/search", {"q": "vēstules", "locale": "lv"})
    assert response.json()["total"] == 3
    assert tables(queries) == [
        "delivery_head",
        *("search_searchsynonym", "search_promotedpage"),
        "search_searchindex",
        "delivery_document",
    ]
    # So it need not be read again at the end.
    assert "FROM delivery_head" in queries[-1]["sql"]


def test_another_language_that_fails_matters_only_where_it_is_shown(
    pages: Any, sent: list[list[Any]], elasticsearch: Elasticsearch
) -> None:
    SearchIndex.objects.filter(locale="en").update(name="test-is-not-there")
    assert ask("vēstules").results.total == 3
    found = service.search("wireframe", "lv", {}, page=1, size=10, client="192.0.2.1")
    assert (found.engine, found.degraded) == ("database", True)
