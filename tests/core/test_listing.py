"""The three lists: what they show, what they hide, and what that costs."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from cases.models import CaseOutcome, CaseTopic
from home.models import MethodPage
from news.models import NewsTopic
from tests.factories import (
    make_case,
    make_case_index,
    make_image,
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

Make = Callable[..., Any]
LISTS = {
    "news": (make_news_index, make_news),
    "methods": (make_method_index, make_method),
    "cases": (make_case_index, make_case),
}
every_list = pytest.mark.parametrize(("make_index", "make_item"), LISTS.values(), ids=LISTS.keys())


def titles(client: Client, url: str) -> list[str]:
    answer = client.get(url)
    assert answer.status_code == 200
    return [item.title for item in answer.context["items"]]


def query_count(client: Client, url: str) -> int:
    client.get(url)  # makes renditions and fills caches that outlive a request
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@every_list
def test_queries_do_not_grow_with_the_items(
    client: Client, home: Any, make_index: Make, make_item: Make
) -> None:
    index = make_index(home)
    topic = make_topic()

    def add_item(number: int) -> None:
        item = make_item(index, title=f"Lapa {number}", listing_image=make_image())
        row = {"newspage": NewsTopic, "casepage": CaseTopic}.get(item._meta.model_name)
        if row:
            row.objects.create(page=item, topic=topic, locale=item.locale)

    add_item(0)
    one = query_count(client, index.url)
    for number in range(1, 20):
        add_item(number)
    assert query_count(client, index.url) == one


@every_list
def test_drafts_private_pages_and_other_languages_are_absent(
    client: Client, home: Any, make_index: Make, make_item: Make
) -> None:
    home = publish(home)
    english_home = translate_page(home, title="Home")
    index = publish(make_index(home))
    english_index = translate_page(index, title="Index")
    shown = publish(make_item(index, title="Redzama"))
    make_item(index, title="Melnraksts", live=False)
    private = make_item(index, title="Slēgta")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert english_home.live
    assert titles(client, index.url) == ["Redzama"]
    assert titles(client, english_index.url) == []
    translate_page(shown, title="Shown")
    assert titles(client, english_index.url) == ["Shown"]
    text = client.get(index.url).content.decode()
    assert "Melnraksts" not in text
    assert "Slēgta" not in text


@every_list
def test_pages_of_the_list(client: Client, home: Any, make_index: Make, make_item: Make) -> None:
    index = make_index(home)
    for number in range(13):
        make_item(index, title=f"Lapa {number}")
    assert len(titles(client, index.url)) == 12
    assert len(titles(client, index.url + "?page=2")) == 1
    for page in ("3", "0", "-1", "x", "9" * 30):
        assert client.get(f"{index.url}?page={page}").status_code == 404


@every_list
def test_empty_list_is_a_page(client: Client, home: Any, make_index: Make, make_item: Make) -> None:
    assert titles(client, make_index(home).url) == []


@pytest.mark.parametrize("query", ["kind=odd", "topic=odd", "year=1200", "year=x", "topic=%00"])
def test_filter_that_is_not_understood_says_so(client: Client, home: Any, query: str) -> None:
    index = make_news_index(home)
    make_news(index)
    answer = client.get(f"{index.url}?{query}")
    assert answer.status_code == 200
    assert list(answer.context["items"]) == []
    soup = BeautifulSoup(answer.content, "html.parser")
    assert soup.find(attrs={"role": "alert"})


def test_filters_that_leave_nothing_say_so_and_lead_back(client: Client, home: Any) -> None:
    index = make_news_index(home)
    make_news(index)
    soup = BeautifulSoup(client.get(f"{index.url}?kind=result").content, "html.parser")
    empty = soup.select_one(".empty")
    assert empty is not None
    assert "nekas neatbilst" in empty.text
    assert empty.select_one(f'a[href="{index.url}"]')


def test_pages_keep_the_filters(client: Client, home: Any) -> None:
    index = make_news_index(home)
    for _ in range(13):
        make_news(index, kind="result")
    soup = BeautifulSoup(client.get(f"{index.url}?kind=result").content, "html.parser")
    assert [link["href"] for link in soup.select("a[rel=next]")] == ["?kind=result&page=2"]
    chosen = soup.select_one("select[name=kind] option[selected]")
    assert chosen is not None
    assert chosen["value"] == "result"


def test_news_by_kind_topic_and_year(client: Client, home: Any) -> None:
    import datetime as dt

    index = make_news_index(home)
    topic = make_topic("Dati")
    about = make_news(index, title="Par datiem", date=dt.date(2025, 5, 5))
    NewsTopic.objects.create(page=about, topic=topic, locale=about.locale)
    make_news(index, title="Rezultāts", kind="result")
    assert titles(client, f"{index.url}?topic=dati") == ["Par datiem"]
    assert titles(client, f"{index.url}?kind=result") == ["Rezultāts"]
    assert titles(client, f"{index.url}?year=2025") == ["Par datiem"]
    assert titles(client, f"{index.url}?year=2025&kind=result") == []


def test_cases_by_every_filter(client: Client, home: Any) -> None:
    from cases.models import CaseInstitution, CaseMethod

    method: MethodPage = make_method(make_method_index(home), slug="intervijas")
    index = make_case_index(home)
    case = make_case(index, title="Īstais", stage="pilot", laboratory=make_laboratory("Slogs"))
    make_case(index, title="Cits")
    rows = [
        CaseInstitution(institution=make_institution("Ministrija")),
        CaseMethod(method=method),
        CaseTopic(topic=make_topic("Dati")),
    ]
    for row in rows:
        row.page, row.locale = case, case.locale
        row.save()
    for query in (
        "laboratory=slogs",
        "stage=pilot",
        "institution=ministrija",
        "method=intervijas",
        "topic=dati",
    ):
        assert titles(client, f"{index.url}?{query}") == ["Īstais"], query


def test_methods_by_phase_and_difficulty(client: Client, home: Any) -> None:
    index = make_method_index(home)
    make_method(index, title="Viegla", phase="test")
    make_method(index, title="Grūta", phase="test", difficulty="demanding")
    assert titles(client, f"{index.url}?phase=test&difficulty=demanding") == ["Grūta"]
    assert titles(client, f"{index.url}?phase=define") == []


def test_front_page_shows_the_newest_of_each(client: Client, home: Any) -> None:
    news, methods, cases = make_news_index(home), make_method_index(home), make_case_index(home)
    for number in range(5):
        make_news(news, title=f"Ziņa {number}")
        make_method(methods, title=f"Metode {number}")
        case = make_case(cases, title=f"Stāsts {number}")
        case.outcomes = [CaseOutcome(metric="Laiks", before=10, after=5)]
        publish(case)
    sections = client.get(home.url).context["sections"]
    assert [section.index.id for section in sections] == [cases.pk, news.pk, methods.pk]
    assert [len(section.pages) for section in sections] == [3, 3, 5]


def test_front_page_queries_do_not_grow(client: Client, home: Any) -> None:
    indexes: list[tuple[Page, Make]] = [
        (make_news_index(home), make_news),
        (make_method_index(home), make_method),
        (make_case_index(home), make_case),
    ]
    for index, make in indexes:
        make(index, listing_image=make_image())
    one = query_count(client, home.url)
    for index, make in indexes:
        for number in range(19):
            make(index, title=f"Lapa {number}", listing_image=make_image())
    assert query_count(client, home.url) == one
