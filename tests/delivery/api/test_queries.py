"""How many queries an answer costs: cold, kept, and with one item as with twenty."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from govlab.delivery.api.response_cache import response_cache
from govlab.delivery.log import relay
from tests.factories import make_home, make_news, make_news_index

Count = Callable[[str], int]


@pytest.fixture(params=[1, 20], ids=["1 item", "20 items"])
def news(request: pytest.FixtureRequest, db: None) -> list[Any]:
    index = make_news_index(make_home())
    items = [make_news(index) for _ in range(request.param)]
    relay.drain()
    return items


@pytest.fixture
def count(client: Client) -> Count:
    def count(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    return count


LIST = "/api/v1/news?locale=lv&limit=20"
CHANGES = "/api/v1/changes?limit=100"


def test_an_item(news: list[Any], count: Count) -> None:
    address = f"/api/v1/pages/{news[0].pk}"
    response_cache.clear()
    assert (count(address), count(address)) == (2, 1)


def test_an_item_by_its_path(news: list[Any], count: Count) -> None:
    address = f"/api/v1/pages/by-path?path={news[0].url}"
    response_cache.clear()
    assert (count(address), count(address)) == (2, 1)


@pytest.mark.parametrize("address", [LIST, f"{LIST}&view=summary", f"{LIST}&year=2026"])
def test_a_list(news: list[Any], count: Count, address: str) -> None:
    response_cache.clear()
    assert (count(address), count(address)) == (2, 1)


def test_changes(news: list[Any], count: Count) -> None:
    response_cache.clear()
    assert (count(CHANGES), count(CHANGES)) == (2, 1)


def test_not_modified(news: list[Any], client: Client) -> None:
    response_cache.clear()
    known = {"If-None-Match": client.get(LIST)["ETag"]}
    response_cache.clear()
    # The head and the digests, never the bodies; and then the head alone.
    for queries in (2, 1):
        with CaptureQueriesContext(connection) as made:
            assert client.get(LIST, headers=known).status_code == 304
        assert len(made) == queries
    # Nothing but the tag is kept: who does not have the body yet gets it.
    answer = client.get(LIST)
    assert (answer.status_code, len(answer.json()["items"])) == (200, len(news))
