"""Headers that let browsers, caches and other sites use every answer."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_news, make_news_index

ADDRESSES = [
    "",
    "openapi.json",
    "docs",
    "pages",
    "news?locale=lv",
    "navigation?locale=lv",
    "terms/topic?locale=lv",
    "changes",
    "export",
]
BAD = [("nothing", 404), ("pages/9", 404), ("pages?x=1", 422)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_answer_sets_or_varies_by_a_cookie(api: Any, address: str) -> None:
    answer = api.get(address)
    assert "Set-Cookie" not in answer.headers
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize(("address", "status"), [*((name, 200) for name in ADDRESSES), *BAD])
def test_other_sites_may_read_answers_and_errors(api: Any, address: str, status: int) -> None:
    answer = api.get(address, status, Origin="https://portal.example")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in answer["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("address", [*ADDRESSES, "verify", "nothing"])
def test_preflight(client: Client, address: str) -> None:
    """Without a database: a preflight asks nothing."""
    asked = {"Origin": "https://portal.example", "Access-Control-Request-Method": "POST"}
    answer = client.options(f"/api/v1/{address}", headers=asked)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "POST" in answer["Access-Control-Allow-Methods"]
    assert "If-None-Match" in answer["Access-Control-Allow-Headers"]


def test_caches_may_keep_documents_and_ask_about_the_feed(api: Any, home: Any) -> None:
    shared = "public, max-age=60, stale-while-revalidate=600"
    for address in (f"pages/{home.pk}", "pages", "navigation?locale=lv", "openapi.json"):
        assert api.get(address)["Cache-Control"] == shared
    for address in ("", "changes"):
        assert api.get(address)["Cache-Control"] == "public, no-cache"
    assert api.get("export")["Cache-Control"] == "no-store"
    assert api.get("pages/9", 404)["Cache-Control"] == "no-store"


def test_surrogate_keys_name_the_document_and_its_list(api: Any, home: Any) -> None:
    page = make_news(make_news_index(home))
    assert api.get(f"pages/{page.pk}")["Surrogate-Key"].split() == ["documents", f"page-{page.pk}"]
    assert api.get("news")["Surrogate-Key"].split() == ["documents", "news"]
    assert "changes" in api.get("changes")["Surrogate-Key"].split()


def test_content_language_is_the_documents(api: Any, home: Any) -> None:
    assert api.get(f"pages/{home.pk}", **{"Accept-Language": "en"})["Content-Language"] == "lv"
    assert api.get("news?locale=en")["Content-Language"] == "en"
    assert "Content-Language" not in api.get("news").headers


def test_answers_do_not_vary_by_language(api: Any, home: Any) -> None:
    answers = [
        api.get(f"pages/{home.pk}", **{"Accept-Language": language}).content
        for language in ("en", "lv")
    ]
    assert answers[0] == answers[1]


def test_the_media_type_is_told(api: Any) -> None:
    assert api.get("pages")["Content-Type"] == "application/json; charset=utf-8"
    assert api.get("openapi.json")["Content-Type"].startswith("application/json")
    assert api.get("docs")["Content-Type"].startswith("text/html")
    assert api.get("export")["Content-Type"] == "application/x-ndjson; charset=utf-8"
    assert api.get("pages/9", 404)["Content-Type"] == "application/problem+json"
