"""Orders and filters of lists."""

import datetime as dt
from typing import Any
from urllib.parse import quote

import pytest
from wagtail.models import Page

from tests.factories import (
    make_case,
    make_case_index,
    make_institution,
    make_laboratory,
    make_method,
    make_method_index,
    make_news,
    make_news_index,
    make_topic,
    publish,
    translate_page,
)


@pytest.fixture
def news(home: Any) -> Any:
    """The index; below it Ābols of 2025, a result, and Bite of 2026 with a topic."""
    index = make_news_index(home)
    make_news(index, "Ābols", date=dt.date(2025, 5, 1), kind="result")
    bite = make_news(index, "Bite", date=dt.date(2026, 5, 1), institution=make_institution("VK"))
    bite.topics.create(topic=make_topic("Dati"))
    publish(bite)
    return index


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("-date", "Bite Ābols"),
        ("date", "Ābols Bite"),
        ("title", "Ābols Bite"),
        ("-title", "Bite Ābols"),
    ],
)
def test_orders(api: Any, news: Any, order: str, titles: str) -> None:
    assert api.titles(f"news?order={order}") == titles.split()


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("topic=dati", ["Bite"]),
        ("topic=nav", []),
        ("institution=vk", ["Bite"]),
        ("kind=result", ["Ābols"]),
        ("year=2025", ["Ābols"]),
        ("kind=result&year=2026", []),
        ("locale=lv", ["Bite", "Ābols"]),
        ("locale=en", []),
    ],
)
def test_filters_of_news(api: Any, news: Any, query: str, titles: list[str]) -> None:
    assert api.titles(f"news?{query}") == titles
    if "locale" not in query:
        assert api.titles(f"pages?type=news&{query}") == titles


def test_filters_of_cases(api: Any, home: Any) -> None:
    method = make_method(make_method_index(home), "Intervija", phase="test", difficulty="easy")
    index = make_case_index(home)
    case = make_case(
        index,
        "Pirmais",
        laboratory=make_laboratory("Slogs"),
        stage="pilot",
        period_start=dt.date(2021, 2, 1),
    )
    case.methods.create(method=method)
    publish(case)
    make_case(index, "Otrais", laboratory=make_laboratory("Cita"))
    for query in ("laboratory=slogs", "stage=pilot", "year=2021", f"method={method.pk}"):
        assert api.titles(f"cases?{query}") == ["Pirmais"], query
    assert api.titles("methods?phase=test") == api.titles("methods?difficulty=easy")
    assert api.titles("methods?phase=define") == []


def test_published_between(api: Any, news: Any) -> None:
    moments = {"Ābols": "2026-01-01T00:00:00Z", "Bite": "2026-02-01T00:00:00Z"}
    for title, moment in moments.items():
        page = Page.objects.get(title=title).specific
        page.first_published_at = dt.datetime.fromisoformat(moment)
        page.save()
    after = quote("2026-01-15T02:00:00+02:00")
    assert api.titles(f"news?published_after={after}") == ["Bite"]
    assert api.titles(f"news?published_before={after}") == ["Ābols"]
    assert api.titles("news?published_after=2026-02-01T00:00:00Z") == []


def test_under_a_path(api: Any, news: Any, home: Any) -> None:
    path = api.json(f"pages/{news.pk}")["path"]
    for form in (path, path.strip("/")):
        assert sorted(api.titles(f"pages?under={form}")) == ["Bite", "Ābols"]
    assert api.titles("pages?under=/lv/nav/") == []
    assert api.titles("pages?under=/%25/") == []


def test_a_summary_is_a_part_of_the_document(api: Any, news: Any) -> None:
    full = api.json("news")["items"]
    for item, short in zip(full, api.json("news?view=summary")["items"], strict=True):
        assert short.items() < item.items()
        assert "body" not in short


def test_fallback_is_asked_for_and_told(api: Any, news: Any) -> None:
    translate_page(news.get_parent())
    translate_page(news)
    publish(translate_page(Page.objects.get(title="Bite").specific, title="Bee"))
    assert api.titles("news?locale=en") == ["Bee"]
    items = api.json("news?locale=en&fallback=lv&order=title")["items"]
    found = {(item["title"], item["requested_locale"], item["locale"]) for item in items}
    assert found == {("Ābols", "en", "lv"), ("Bee", "en", "en")}
    assert "requested_locale" not in api.json("news?locale=en")["items"][0]
