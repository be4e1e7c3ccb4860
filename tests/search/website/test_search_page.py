from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from news.models import NewsTopic
from search import service
from tests.factories import (
    make_news,
    make_news_index,
    make_standard,
    make_topic,
    publish,
    translate_page,
)
from tests.search.indexed import bring_up_to_date
from tests.spaces import plain

LATVIAN, ENGLISH = "/lv/meklet/", "/en/search/"


def answered(client: Client, query: str, path: str = LATVIAN, **more: str) -> Any:
    answer = client.get(path, {"q": query} | more)
    assert answer.status_code == 200
    return answer


def found(client: Client, query: str, path: str = LATVIAN, **more: str) -> list[str]:
    soup = BeautifulSoup(answered(client, query, path, **more).content, "html.parser")
    return [title.get_text() for title in soup.select(".result__title")]


def test_finds_public_pages_of_the_readers_language(client: Client, home: Any) -> None:
    home = publish(home)
    translate_page(home, title="Home")
    page = publish(make_standard(home, title="Prototips"))
    translate_page(page, title="Prototype")
    make_standard(home, title="Prototips melnrakstā", live=False)
    private = publish(make_standard(home, title="Prototips slēgts"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    bring_up_to_date()
    assert found(client, "prototips") == ["Prototips"]
    assert found(client, "prototypes", ENGLISH) == ["Prototype"]
    assert "Prototype" not in found(client, "prototype")


@pytest.mark.parametrize(
    "query", ["vēstules", "vestulem", "VĒSTUĻU", "saprotama vēstule", "saprotamas vestules"]
)
def test_finds_in_any_inflection_and_without_diacritics(
    client: Client, home: Any, query: str
) -> None:
    publish(make_standard(home, title="Saprotama vēstule iedzīvotājam"))
    publish(make_standard(home, title="Darbnīca bibliotēkā"))
    bring_up_to_date()
    assert found(client, query) == ["Saprotama vēstule iedzīvotājam"]


def test_a_title_counts_more_than_a_text(client: Client, home: Any) -> None:
    body = [("rich_text", "<p>Te ir arī personas.</p>")]
    publish(make_standard(home, title="Darbnīca", body=body))
    publish(make_standard(home, title="Personas"))
    bring_up_to_date()
    assert found(client, "persona") == ["Personas", "Darbnīca"]


def test_withdrawn_pages_are_not_found(client: Client, home: Any) -> None:
    page = publish(make_standard(home, title="Prototips"))
    bring_up_to_date()
    assert found(client, "prototips") == ["Prototips"]
    page.unpublish()
    bring_up_to_date()
    assert found(client, "prototips") == []


def test_facets_narrow_and_keep_their_own_counts(client: Client, home: Any) -> None:
    index = make_news_index(home, title="Ziņas")
    for number, name in enumerate(("Dati", "Dati", "Pakalpojumi")):
        news = make_news(index, title=f"Darbnīca {number}")
        topic = make_topic(name) if number != 1 else NewsTopic.objects.get().topic
        NewsTopic.objects.create(page=news, topic=topic, locale=news.locale)
    bring_up_to_date()
    assert len(found(client, "darbnīca")) == 3
    assert len(found(client, "darbnīca", topic="dati")) == 2
    (topics,) = answered(client, "darbnīca", topic="dati").context["facets"]
    assert [(link.label, link.count, link.chosen) for link in topics.links] == [
        ("Dati", 2, True),
        ("Pakalpojumi", 1, False),
    ]
    assert len(found(client, "", topic="dati")) == 2


def test_what_was_found_is_marked_and_nothing_else_is_markup(client: Client, home: Any) -> None:
    publish(make_standard(home, title="Vēstules <b>&amp;</b>", summary="Par vēstulēm."))
    bring_up_to_date()
    html = plain(answered(client, "vēstule").content)
    assert "<mark>Vēstules</mark> &lt;b&gt;&amp;amp;&lt;/b&gt;" in html
    assert "Par <mark>vēstulēm</mark>." in html
    assert "<script>nekas" not in answered(client, "<script>nekas").content.decode()


@pytest.mark.parametrize(
    "query",
    [
        *("", "   ", "%", "'\"\\", "a" * 201, "AND OR", "\x00", "*:*", "🙂" * 100, "a " * 100),
        *("\u202e\u200b", "\ufffd", "[*TO*]", "title:(", "~1", "^9", "1 " * 100, "x\u0304" * 100),
    ],
)
def test_odd_queries_get_an_answer(client: Client, home: Any, query: str) -> None:
    assert found(client, query) == []


@pytest.mark.parametrize(
    "page",
    [
        *(
            "0",
            "-1",
            "+1",
            "1.0",
            "1e3",
            " ",
            "",
            "x",
            "٣",
            "１",
            "\x00",
            "1\x00",
            "1001",
            "9" * 30,
        ),
        *("0000000011001", "000000001001", "0" * 40 + "1", "9" * 5000, "1_0"),
    ],
)
def test_no_engine_is_asked_for_a_page_that_it_does_not_give(
    client: Client, home: Any, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(service, "search")
    assert client.get(LATVIAN, {"q": "nekas", "page": page}).status_code == 404


def test_a_page_beyond_the_results_is_missing(client: Client, home: Any) -> None:
    assert client.get(LATVIAN, {"q": "nekas", "page": "2"}).status_code == 404
    assert client.get(LATVIAN, {"q": "nekas", "page": "001"}).status_code == 200


def test_queries_do_not_grow(client: Client, home: Any) -> None:
    """From three pages on: with fewer, better words and the other language are looked for."""

    def count() -> int:
        bring_up_to_date()
        answered(client, "prototips")
        with CaptureQueriesContext(connection) as queries:
            answered(client, "prototips")
        return len(queries)

    for number in range(3):
        publish(make_standard(home, title=f"Prototips {number}"))
    few = count()
    for number in range(17):
        publish(make_standard(home, title=f"Vēl prototips {number}"))
    assert count() == few
