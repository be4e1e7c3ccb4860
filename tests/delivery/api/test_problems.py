"""Whatever is wrong, the answer is a problem that says so, and nothing breaks."""

import json
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client

from govlab.delivery.api import listing
from govlab.delivery.api.cursors import Cursor
from tests.factories import make_news, make_news_index


def problem(answer: Any) -> Any:
    body = answer.json()
    assert answer["Content-Type"] == "application/problem+json"
    assert body["status"] == answer.status_code
    assert body["type"] == "about:blank"
    assert body["title"]
    assert body["detail"]
    return body


@pytest.mark.parametrize(
    "address",
    [
        "nothing",
        "news/",
        "pages/9",
        "pages/-1",
        "pages/x",
        f"pages/{10**30}",
        "terms/x?locale=lv",
        "groups/x",
        "groups/00000000-0000-4000-8000-000000000000",
        "pages/by-path?path=/lv/x/",
        "navigation?locale=en",
    ],
)
def test_not_found(api: Any, address: str) -> None:
    problem(api.get(address, 404))


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_other_methods_are_told_what_is_possible(api: Any, method: str) -> None:
    answer = getattr(api.client, method)("/api/v1/news")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
    problem(answer)
    answer = api.client.get("/api/v1/verify")
    assert (answer.status_code, answer["Allow"]) == (405, "POST, OPTIONS")


LISTS = ["pages", "news", "cases", "methods"]
UNUSABLE = [
    "x=1",
    "LIMIT=1",
    "limit=0",
    "limit=101",
    "limit=x",
    "limit=1&limit=2",
    "locale=lv&locale=lv",
    "locale=xx",
    "locale=",
    "fallback=lv",
    "order=newest",
    "view=all",
    "year=99",
    "published_after=yesterday",
    "published_after=2026-03-01",
    "published_after=0001-01-01T00:00:00%2B23:59",
    "published_before=9999-12-31T23:59:59-23:59",
    "under=%00",
    "cursor=x",
    "cursor=%FF",
    "cursor=%00",
    f"under={'x' * 8001}",
]


@pytest.mark.parametrize("query", UNUSABLE)
def test_invalid_parameters(api: Any, query: str) -> None:
    for name in LISTS:
        body = problem(api.get(f"{name}?{query}", 422))
        assert body["errors"][0]["parameter"] in query or "fallback" in query
        assert body["errors"][0]["message"] in body["detail"]


@pytest.mark.parametrize(
    "address",
    [
        "?x=1",
        "pages/1?x=1",
        "pages/by-path",
        "pages/by-path?path=",
        "pages/by-path?path=%00",
        "navigation",
        "navigation?locale=xx",
        "terms/topic",
        "groups/x?x=1",
        "export?locale=xx",
        "changes?since=-1",
        "changes?since=x",
        "changes?limit=101",
        f"changes?since={10**30}",
        "openapi.json?x=1",
        "docs?x=1",
        "news?topic=%00",
        "news?kind=gossip",
        "pages?type=gossip",
    ],
)
def test_invalid_parameters_of_other_calls(api: Any, address: str) -> None:
    status = 404 if address.startswith("groups/x") else 422
    problem(api.get(address, status))


CURSORS = [
    "5",
    "[]",
    '["-date","2026",1]',
    '["-date","2026-03-01T00:00:00",1]',
    '["-date","0001-01-01T00:00:00+23:00",1]',
    '["-date",5,1]',
    '["-date","2026-03-01T00:00:00+00:00","1"]',
    '["-date","2026-03-01T00:00:00+00:00",true]',
    '["-date","\\u0000",1]',
    '["-date","\\ud800",1]',
    '["title","Ziņa",1]',
    "[" * 1400,
]


@pytest.mark.parametrize("text", CURSORS, ids=range(len(CURSORS)))
def test_forged_cursors(api: Any, text: str) -> None:
    from base64 import urlsafe_b64encode

    cursor = urlsafe_b64encode(text.encode()).decode()
    problem(api.get(f"news?cursor={cursor}", 422))


def test_a_cursor_beyond_all_ids_only_ends_the_list(api: Any) -> None:
    for order in ("title", "-title"):
        cursor = Cursor(order, "aa", 10**30).encode()
        assert api.json(f"news?order={order}&cursor={cursor}")["next"] is None


def test_a_cursor_of_another_order(api: Any, home: Any) -> None:
    index = make_news_index(home)
    make_news(index)
    make_news(index)
    cursor = api.json("news?limit=1")["next"]
    body = problem(api.get(f"news?limit=1&order=title&cursor={cursor}", 422))
    assert "another order" in body["detail"]


@pytest.mark.parametrize("path", ["%00", "%FF%FE", "%ED%A0%80", "a%00b", "%F0%9F%92%A9"])
def test_broken_encodings_never_break_anything(api: Any, path: str) -> None:
    problem(api.get(path, 404))
    problem(api.get(f"terms/{path}?locale=lv", 404))
    problem(api.get(f"pages?{path}=1", 422))
    status = 422 if "%00" in path else 404
    problem(api.get(f"pages/by-path?path={path}", status))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "{}",
        "5",
        '[{"id": 1}]',
        '[{"id": "x", "digest": ""}]',
        "[" * 100000,
        b"\xed\xa0\xbd".decode("utf-8", "surrogatepass"),
        json.dumps([{"id": -1, "digest": ""}]),
        json.dumps([{"id": 1, "digest": "x" * 65}]),
        json.dumps([{"id": 1, "digest": "x", "more": 1}]),
    ],
    ids=range(11),
)
def test_an_unusable_body(api: Any, body: str) -> None:
    sent = body.encode("utf-8", "surrogatepass")
    answer = api.client.post("/api/v1/verify", sent, content_type="application/json")
    assert answer.status_code == 422
    assert problem(answer)["errors"]


def test_a_failure_says_nothing_of_its_cause_and_is_logged(
    client: Client, db: None, caplog: pytest.LogCaptureFixture
) -> None:
    with patch.object(listing, "_filtered", side_effect=RuntimeError("noslēpums")):
        answer = client.get("/api/v1/news")
    assert answer.status_code == 500
    assert "noslēpums" not in answer.content.decode()
    problem(answer)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "noslēpums" in caplog.text
