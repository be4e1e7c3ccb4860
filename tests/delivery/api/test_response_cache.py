"""The response cache is bounded by the memory it takes, and a response is stored once."""

import gc
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from govlab.delivery.api.response_cache import CachedResponse, ResponseCache, response_cache
from govlab.delivery.log import relay
from tests.factories import make_news, make_news_index

HEAD = ("epoch", 1, 1)
LIMIT = 1024 * 1024


def cached(size: int, *, whole: bool = True, etag: str = '"e"') -> CachedResponse:
    headers = (("Content-Type", "application/json"), ("ETag", etag * 1))
    return CachedResponse(bytes(size), headers, etag, whole)


@pytest.mark.parametrize(("length", "size"), [(30, 0), (30, 200), (3000, 10), (100, 20_000)])
@pytest.mark.parametrize("shared", [False, True], ids=["own keys", "one key"])
def test_memory_stays_within_the_limit(length: int, size: int, shared: bool) -> None:
    gc.collect()
    tracemalloc.start()
    try:
        filled = ResponseCache(LIMIT)
        for number in range(LIMIT // 300):
            address = f"/{number}".ljust(length, "x")
            filled.put(HEAD, address, cached(size), f"key {number % 10}" if shared else "")
        gc.collect()
        used = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert used <= LIMIT
    assert filled.get(HEAD, address)


def test_too_large_for_the_store_is_not_cached() -> None:
    small = ResponseCache(10_000)
    small.put(HEAD, "/a", cached(20_000))
    small.put(HEAD, "/" + "b" * 20_000, cached(1))
    assert small.get(HEAD, "/a") is small.get(HEAD, "/" + "b" * 20_000) is None


def test_the_least_recently_used_goes_first() -> None:
    small = ResponseCache(64_000)
    for name in "abcde":
        small.put(HEAD, name, cached(10_000))
        small.get(HEAD, "a")
    small.put(HEAD, "f", cached(10_000))
    assert [name for name in "abcdef" if small.get(HEAD, name)] == ["a", "c", "d", "e", "f"]


def test_another_head_drops_everything() -> None:
    filled = ResponseCache(LIMIT)
    filled.put(HEAD, "/a", cached(1))
    assert filled.get(("epoch", 2, 1), "/a") is None
    filled.put(("epoch", 2, 1), "/b", cached(1))
    assert filled.get(("epoch", 2, 1), "/a") is None


def test_an_answer_without_a_body_takes_no_bodys_place() -> None:
    filled = ResponseCache(LIMIT)
    filled.put(HEAD, "/a?x=1", cached(5), "/a")
    filled.put(HEAD, "/a?x=01", cached(0, whole=False), "/a")
    found = filled.get(HEAD, "/a?x=01")
    assert found
    assert found.whole
    filled.put(HEAD, "/a?x=1", cached(0, whole=False, etag='"other"'), "/a")
    newer = filled.get(HEAD, "/a?x=1")
    assert newer
    assert newer.etag == '"other"'


def test_threads_share_it() -> None:
    filled = ResponseCache(20_000)

    def use(number: int) -> None:
        for turn in range(300):
            head = ("epoch", turn // 50, number % 2)
            filled.put(head, f"/{turn % 7}", cached(turn))
            filled.get(head, f"/{number}")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(use, range(8)))


SPELLINGS = [
    "/api/v1/news?locale=lv&limit=5",
    "/api/v1/news?limit=5&locale=lv",
    "/api/v1/news?limit=05&locale=lv",
    "/api/v1/news?limit=%35&locale=%6c%76",
    "/api/v1/news?limit=%35&locale=%6C%76&",
    "/api/v1/news?&&locale=lv&limit=5",
    "/api/v1/news?locale=lv&limit=5&order=-date&view=full",
    "/api/v1/%6eews?locale=lv&limit=5",
]


def test_every_spelling_is_stored_once(client: Client, home: Any) -> None:
    make_news(make_news_index(home))
    relay.drain()
    answers = [client.get(address) for address in SPELLINGS]
    assert {answer.content for answer in answers} == {answers[0].content}
    assert len(response_cache._responses) == 1
    for address in SPELLINGS:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address, headers={"X-Unknown": address}).status_code == 200
        assert len(queries) == 1


def test_what_differs_is_stored_apart(client: Client, home: Any) -> None:
    index = make_news_index(home)
    pages = [make_news(index), make_news(index)]
    relay.drain()
    addresses = [
        *(f"pages/{page.pk}" for page in pages),
        *(f"groups/{page.translation_key}" for page in pages),
        *(f"pages/by-path?path={page.url}" for page in pages),
        "news",
        "cases",
        "pages",
        "news?limit=1",
        "news?limit=2",
        "news?locale=lv",
        "news?view=summary",
        "changes",
        "changes?limit=1",
        "terms/topic?locale=lv",
        "terms/laboratory?locale=lv",
        "terms/topic?locale=en",
        "navigation?locale=lv",
        "openapi.json",
        "docs",
        "",
    ]
    first = [client.get(f"/api/v1/{address}").content for address in addresses]
    assert len(response_cache._responses) == len(addresses)
    again = [client.get(f"/api/v1/{address}").content for address in addresses]
    assert again == first
