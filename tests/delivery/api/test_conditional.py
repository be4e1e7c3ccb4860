"""Strong ETags; 304 reads no body; HEAD is GET without one."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from govlab.delivery.api.response_cache import response_cache
from govlab.delivery.log import relay
from govlab.delivery.models import Document
from tests.factories import make_news, make_news_index, publish

Columns = ('"json"', '"summary_json"')


@pytest.fixture
def news(home: Any) -> Any:
    page = make_news(make_news_index(home))
    relay.drain()
    return page


def addresses(news: Any) -> list[str]:
    return [
        f"pages/{news.pk}",
        f"pages/by-path?path={Document.objects.get(pk=news.pk).path}",
        f"groups/{news.translation_key}",
        "news?locale=lv",
        "news?view=summary",
        "pages",
        "changes",
    ]


def test_unchanged_is_304_without_reading_a_body(client: Client, news: Any) -> None:
    for address in addresses(news):
        etag = client.get(f"/api/v1/{address}")["ETag"]
        assert etag[0] == '"'
        response_cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            again = client.get(f"/api/v1/{address}", headers={"If-None-Match": etag})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag), address
        sql = [query["sql"] for query in queries]
        assert len(sql) <= 3
        assert not [line for line in sql if any(column in line for column in Columns)], address


def test_a_kept_answer_costs_one_query(client: Client, news: Any, db: None) -> None:
    for address in addresses(news):
        client.get(f"/api/v1/{address}")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/api/v1/{address}")
        assert len(queries) == 1, address


def test_a_cold_response_takes_two_queries(client: Client, news: Any) -> None:
    for address in (f"pages/{news.pk}", "news", "changes", f"groups/{news.translation_key}"):
        response_cache.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/api/v1/{address}")
        assert len(queries) == 2, address


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', '"a", W/{} , "b"', "*"])
def test_forms_of_if_none_match(api: Any, news: Any, form: str) -> None:
    etag = api.get(f"pages/{news.pk}")["ETag"]
    for _ in ("from the store", "anew"):
        api.get(f"pages/{news.pk}", 304, **{"If-None-Match": form.format(etag)})
        response_cache.clear()


def test_another_etag_gets_the_document(api: Any, news: Any) -> None:
    for _ in ("from the store", "anew"):
        answer = api.get(f"pages/{news.pk}", **{"If-None-Match": '"other"'})
        assert answer.json()["id"] == news.pk
        response_cache.clear()


def test_the_etag_changes_with_the_document(api: Any, news: Any) -> None:
    before = [api.get(address)["ETag"] for address in addresses(news)]
    news.title = "Citādi"
    publish(news)
    after = [api.get(address)["ETag"] for address in addresses(news)]
    assert not set(before) & set(after)


def test_published_again_the_same_document_has_another_etag(api: Any, news: Any) -> None:
    """Its sequence is another, so the bytes are."""
    before = api.get(f"pages/{news.pk}")
    news.unpublish()
    api.get(f"pages/{news.pk}", 410)
    publish(news)
    after = api.get(f"pages/{news.pk}")
    assert after.json()["sequence"] > before.json()["sequence"]
    assert (after.content == before.content) == (after["ETag"] == before["ETag"])


def test_head_is_get_without_a_body(client: Client, news: Any) -> None:
    for address in [*addresses(news), "", "openapi.json", "terms/topic?locale=lv"]:
        response_cache.clear()
        got, asked = client.get(f"/api/v1/{address}"), client.head(f"/api/v1/{address}")
        assert (asked.status_code, asked.content) == (got.status_code, b"")
        assert asked.headers == got.headers, address
