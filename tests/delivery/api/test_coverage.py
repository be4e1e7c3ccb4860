"""What is missing or out of date in a language, of public pages only."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from govlab.delivery.api.response_cache import response_cache
from govlab.delivery.log import relay
from tests.factories import (
    make_home,
    make_news,
    make_news_index,
    make_standard,
    publish,
    translate_page,
)


def change(page: Any, text: str) -> Any:
    page = type(page).objects.get(pk=page.pk)
    page.summary = text
    return publish(page)


@pytest.fixture
def english(home: Any) -> Any:
    return translate_page(publish(home), title="Home", summary="Summary.")


def items(api: Any, query: str = "locale=en") -> list[tuple[str, str]]:
    return [(item["status"], item["title"]) for item in api.json(f"coverage?{query}")["items"]]


def test_missing_and_outdated(api: Any, home: Any, english: Any) -> None:
    make_standard(home, "Tikai latviski")
    for title in ("Aktuāla", "Novecojusi"):
        page = publish(make_standard(home, title))
        translate_page(page, title=f"{title} en", summary="Summary.")
        if title == "Novecojusi":
            change(page, "Mainīts.")
    assert items(api) == [("missing", "Tikai latviski"), ("outdated", "Novecojusi en")]
    assert items(api, "locale=en&status=outdated") == [("outdated", "Novecojusi en")]
    assert items(api, "locale=en&status=missing") == [("missing", "Tikai latviski")]
    assert items(api, "locale=lv") == []
    outdated = api.json("coverage?locale=en&status=outdated")["items"][0]
    assert outdated["path"].startswith("/en/")
    assert outdated["translated_at"] < outdated["source_changed_at"]
    document = api.json(f"pages/{outdated['id']}")["translation"]
    assert document["translated_at"] == outdated["translated_at"]
    assert document["source_changed_at"] == outdated["source_changed_at"]
    missing = api.json("coverage?locale=en&status=missing")["items"][0]
    assert (missing["locale"], missing["translated_at"]) == ("lv", None)


def test_counts_are_by_type(api: Any, home: Any, english: Any) -> None:
    make_news(make_news_index(home))
    page = publish(make_standard(home))
    translate_page(page, title="Page", summary="Summary.")
    change(page, "Mainīts.")
    make_standard(english, "English only")
    counts = {count.pop("type"): count for count in api.json("coverage?locale=en")["counts"]}
    nothing = {"original": 0, "current": 0, "outdated": 0, "missing": 0}
    assert counts == {
        "home": nothing | {"current": 1},
        "news": nothing | {"missing": 1},
        "news_index": nothing | {"missing": 1},
        "standard": nothing | {"original": 1, "outdated": 1},
    }


def test_only_public_pages_count(api: Any, home: Any, english: Any) -> None:
    make_standard(home, "Melnraksts", live=False)
    private = publish(make_standard(home, "Slēgta"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    page = publish(make_standard(home, "Publiska"))
    twin = translate_page(page, title="Public", summary="Summary.")
    twin.unpublish()
    assert items(api) == [("missing", "Publiska")], "its translation is a draft"
    page.unpublish()
    twin.get_latest_revision().publish()
    assert items(api, "locale=lv") == [("missing", "Public")]


def test_pages_of_the_list(api: Any, home: Any, english: Any) -> None:
    for number in range(5):
        make_standard(home, f"Lapa {number}")
    found, cursor = [], ""
    for _ in range(3):
        response = api.get(f"coverage?locale=en&limit=2{cursor}")
        body = response.json()
        found += [item["title"] for item in body["items"]]
        cursor = f"&cursor={body['next']}"
        assert ("Link" in response) == bool(body["next"])
    assert found == [f"Lapa {number}" for number in range(5)]
    assert body["next"] is None


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("", "locale"),
        ("locale=xx", "locale"),
        ("locale=en&type=nothing", "type"),
        ("locale=en&status=current", "status"),
        ("locale=en&limit=101", "limit"),
        ("locale=en&cursor=zz", "cursor"),
        ("locale=en&year=2026", "year"),
    ],
)
def test_invalid_parameters(api: Any, query: str, parameter: str) -> None:
    problem = api.json(f"coverage?{query}", 422)
    assert [error["parameter"] for error in problem["errors"]] == [parameter]


def test_filter_by_type(api: Any, home: Any, english: Any) -> None:
    make_news(make_news_index(home), "Ziņa")
    assert items(api, "locale=en&type=news") == [("missing", "Ziņa")]


def test_manners(api: Any, home: Any, english: Any) -> None:
    make_standard(home)
    response = api.get("coverage?locale=en")
    assert response["Content-Language"] == "en"
    assert response["Cache-Control"].startswith("public, max-age=60")
    again = api.client.get(
        "/api/v1/coverage?locale=en", headers={"If-None-Match": response["ETag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize("number", [1, 20])
@pytest.mark.django_db
def test_queries(client: Client, number: int) -> None:
    home = make_home()
    for _ in range(number):
        make_standard(home)
    relay.drain()
    response_cache.clear()
    with CaptureQueriesContext(connection) as queries:
        body = client.get("/api/v1/coverage?locale=en").json()
    assert len(body["items"]) == min(number + 1, 20)
    # The head before and after, the items, and two for the counts.
    assert len(queries) == 5
