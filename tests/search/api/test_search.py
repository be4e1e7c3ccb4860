"""`/api/v1/search` and `/suggest`, as a portal asks them."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from govlab.delivery.log import relay
from news.models import NewsTopic
from search.models import ZeroResultQuery
from search.service import FEW_RESULTS
from tests.factories import (
    make_news,
    make_news_index,
    make_standard,
    make_topic,
    publish,
    translate_page,
)
from tests.search.indexed import bring_up_to_date

SEARCH, SUGGEST = "/api/v1/search", "/api/v1/suggest"


def ask(client: Client, q: str, path: str = SEARCH, locale: str = "lv", **more: Any) -> Any:
    answer = client.get(path, {"q": q, "locale": locale} | more)
    assert answer.status_code == 200, answer.content
    return answer.json()


def paths(answer: Any) -> list[str]:
    return [item["document"]["path"] for item in answer["items"]]


@pytest.fixture
def letters(home: Any) -> Any:
    """A page in both languages, and what must not be found."""
    home = publish(home)
    translate_page(home, title="Home")
    page = publish(make_standard(home, title="Saprotama vēstule", slug="vestule"))
    translate_page(page, title="A letter", slug="letter")
    make_standard(home, title="Vēstule melnrakstā", live=False)
    private = publish(make_standard(home, title="Slepena vēstule"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    bring_up_to_date()
    return page


@pytest.mark.usefixtures("letters")
@pytest.mark.parametrize("q", ["vēstules", "vestulem", "saprotamu VĒSTUĻU"])
def test_finds_what_is_public_in_its_language(client: Client, q: str) -> None:
    answer = ask(client, q)
    assert paths(answer) == ["/lv/vestule/"]
    assert answer["total"] == answer["pages"] == 1
    assert (answer["engine"], answer["degraded"], answer["partial"]) == ("database", False, False)
    assert answer["items"][0]["title_html"].endswith("<mark>vēstule</mark>")


def test_whole_documents_on_request(client: Client, letters: Any) -> None:
    (item,) = ask(client, "vēstule", view="full")["items"]
    assert item["document"] == client.get(f"/api/v1/pages/{letters.pk}").json()


@pytest.mark.usefixtures("letters")
def test_another_language_is_offered_and_not_mixed_in(client: Client) -> None:
    answer = ask(client, "letters")
    assert (answer["items"], answer["elsewhere"]) == ([], [{"locale": "en", "total": 1}])
    assert paths(ask(client, "letters", locale="en")) == ["/en/letter/"]


@pytest.mark.usefixtures("letters")
def test_did_you_mean(client: Client) -> None:
    answer = ask(client, "vestulle")
    assert answer["total"] == 0
    assert answer["did_you_mean"] == {"text": "vēstule", "html": "<mark>vēstule</mark>"}


def test_facets_narrow_and_are_labelled(client: Client, home: Any) -> None:
    index = make_news_index(home, title="Ziņas")
    for name in ("Dati", "Dati", "Pakalpojumi"):
        news = make_news(index, title="Darbnīca")
        topic = NewsTopic.objects.filter(topic__name=name).first()
        NewsTopic.objects.create(
            page=news, topic=topic.topic if topic else make_topic(name), locale=news.locale
        )
        publish(news)
    bring_up_to_date()
    answer = ask(client, "darbnīca", topic="dati")
    assert answer["total"] == 2
    facets = {facet["name"]: facet["values"] for facet in answer["facets"]}
    assert facets["topic"] == [
        {"value": "dati", "label": "Dati", "count": 2},
        {"value": "pakalpojumi", "label": "Pakalpojumi", "count": 1},
    ]
    assert ask(client, "darbnīca", topic="dati,pakalpojumi")["total"] == 3
    assert ask(client, "darbnīca", topic="dati", type="case")["total"] == 0


def test_pages_of_results(client: Client, home: Any) -> None:
    for number in range(3):
        publish(make_standard(home, title="Darbnīca", slug=f"d{number}"))
    bring_up_to_date()
    found = [paths(ask(client, "darbnīca", limit=2, page=page)) for page in (1, 2, 3)]
    assert sorted(found[0] + found[1]) == ["/lv/d0/", "/lv/d1/", "/lv/d2/"]
    assert found[2] == []


def test_a_page_changed_or_withdrawn_since_shows_nothing_old(client: Client, letters: Any) -> None:
    letters.title = "Vēstule <jaunā>"
    publish(letters)
    relay.drain()
    assert ask(client, "saprotama")["items"][0]["title_html"] == "Vēstule &lt;jaunā&gt;"
    letters.unpublish()
    relay.drain()
    assert ask(client, "saprotama")["items"] == []
    assert ask(client, "sapr", SUGGEST)["items"] == []


@pytest.mark.usefixtures("letters")
def test_suggestions(client: Client) -> None:
    answer = ask(client, "vēst", SUGGEST)
    assert [item["title"] for item in answer["items"]] == ["Saprotama vēstule"]
    assert set(answer["items"][0]) == {"id", "type", "locale", "title", "path", "url"}
    assert ask(client, "vēst", SUGGEST, locale="en")["items"] == []


@pytest.mark.usefixtures("letters")
def test_what_nobody_finds_is_counted_once_a_query(client: Client) -> None:
    ask(client, "kosmodroms")
    ask(client, "kosmodroms", page=2)
    ask(client, "vēstule")
    assert list(ZeroResultQuery.objects.values_list("text", "count")) == [("kosmodroms", 1)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "query", "named"),
    [
        (SEARCH, {"q": "a", "locale": "lv", "colour": "red"}, "colour"),
        (SEARCH, {"q": "a", "locale": "lv", "phase": "test"}, "phase"),
        (SEARCH, {"q": "a", "locale": "de"}, "locale"),
        (SEARCH, {"q": "a"}, "locale"),
        (SEARCH, {"locale": "lv"}, "q"),
        (SEARCH, {"q": "", "locale": "lv"}, "q"),
        (SEARCH, {"q": "a" * 201, "locale": "lv"}, "q"),
        (SEARCH, {"q": "a\0", "locale": "lv"}, "q"),
        (SEARCH, {"q": "a", "locale": "lv", "limit": "51"}, "limit"),
        (SEARCH, {"q": "a", "locale": "lv", "page": "0"}, "page"),
        (SEARCH, {"q": "a", "locale": "lv", "page": "0000000011001"}, "page"),
        (SEARCH, {"q": "a", "locale": "lv", "page": "9" * 5000}, "page"),
        (SEARCH, {"q": "a", "locale": "lv", "limit": "000051"}, "limit"),
        (SEARCH, {"q": "a", "locale": "lv", "topic": ",".join("a" * 21)}, "topic"),
        (SUGGEST, {"q": "a", "locale": "lv", "limit": "21"}, "limit"),
        (SUGGEST, {"q": "a", "locale": "lv", "topic": "dati"}, "topic"),
    ],
)
def test_what_cannot_be_asked(client: Client, path: str, query: dict[str, str], named: str) -> None:
    answer = client.get(path, query)
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert [error["parameter"] for error in answer.json()["errors"]] == [named]


@pytest.mark.usefixtures("letters")
def test_caches_may_keep_it_for_a_minute(client: Client) -> None:
    query = {"q": "vēstule", "locale": "lv"}
    first = client.get(SEARCH, query)
    assert first["Cache-Control"] == "public, max-age=60"
    assert first["Content-Language"] == "lv"
    again = client.get(SEARCH, query, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", [SEARCH, SUGGEST])
def test_queries_do_not_grow(client: Client, home: Any, path: str) -> None:
    def count() -> int:
        bring_up_to_date()
        ask(client, "darbnīca", path)
        with CaptureQueriesContext(connection) as queries:
            ask(client, "darbnīca", path)
        return len(queries)

    for _ in range(FEW_RESULTS):
        publish(make_standard(home, title="Darbnīca"))
    few = count()
    for _ in range(20 - FEW_RESULTS):
        publish(make_standard(home, title="Darbnīca"))
    assert count() == few


def test_results_and_suggestions_are_one_line(client: Client, home: Any) -> None:
    """Also for readers that end a line at U+2028 and its like."""
    make_news(make_news_index(home), title="Vārdnīca\u2028otra", summary="rinda\u2029un\u0085vēl")
    bring_up_to_date()
    for path in (SEARCH, SUGGEST):
        answer = client.get(path, {"q": "vārdnīca", "locale": "lv"})
        assert answer.json()["items"]
        assert len(answer.content.decode().splitlines()) == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("type=zzz", "Unknown value zzz. Allowed: "),
        ("kind=event,zzz", "Unknown value zzz. Allowed: announcement, event, result."),
        ("year=abc", "Not a year in four digits: abc."),
        ("year=20266", "Not a year in four digits: 20266."),
        ("method=abc", "Not the id of a page: abc."),
    ],
)
@pytest.mark.django_db
def test_values_that_no_document_can_have_are_refused(
    client: Client, given: str, said: str
) -> None:
    response = client.get(f"/api/v1/search?q=a&locale=lv&{given}")
    assert response.status_code == 422
    (error,) = response.json()["errors"]
    assert error["parameter"] == given.partition("=")[0]
    assert error["message"].startswith(said)
