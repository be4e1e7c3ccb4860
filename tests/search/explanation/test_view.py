"""The screen that explains results, through the administration."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.models import PageViewRestriction

from search.models import ZeroResultQuery
from search.query.search_query import MAX_QUERY_LENGTH
from tests.factories import (
    make_home,
    make_promotion,
    make_standard,
    make_synonym,
    make_user,
    make_zero_result,
    publish,
    translate_page,
)
from tests.prepared import Prepared
from tests.search.indexed import bring_up_to_date

SCREEN = "/admin/search/explanation/"


def _make_pages() -> dict[str, Any]:
    home = publish(make_home())
    titles = ("Saprotama vēstule", "Darbnīca", "Seminārs bibliotēkā")
    made = {title: publish(make_standard(home, title=title)) for title in titles}
    translate_page(home, title="Home")
    translate_page(made["Darbnīca"], title="Workshop")
    make_standard(home, title="Vēstule melnrakstā", live=False)
    private = publish(make_standard(home, title="Vēstule slēgta"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    bring_up_to_date()
    return made


PAGES = Prepared(_make_pages)


@pytest.fixture(scope="session")
def prepared_pages(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        PAGES.prepare()


@pytest.fixture
def pages(prepared_pages: None, home: Any) -> dict[str, Any]:
    """By their titles."""
    return PAGES.there()


def opened(client: Client, q: str, locale: str = "lv") -> BeautifulSoup:
    answer = client.get(SCREEN, {"q": q, "locale": locale})
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def text_of(soup: BeautifulSoup, selector: str) -> str:
    return " ".join(" ".join(part.get_text().split()) for part in soup.select(selector))


def titles(soup: BeautifulSoup) -> list[str]:
    return [title.get_text(strip=True) for title in soup.select(".explain__title")]


def test_why_a_page_is_found(group_client: Client, pages: dict[str, Any]) -> None:
    soup = opened(group_client, "kā vēstules")
    assert titles(soup) == ["Saprotama vēstule"]
    assert "vēstules: virsrakstā – citā formā (vēstule)" in text_of(soup, ".explain__words")
    understood = text_of(soup, ".explain__understood")
    for said in ("vēstules", "vēstule", "kā"):
        assert said in understood
    assert soup.select_one(".explain__numbers tfoot td")


def test_only_what_the_public_may_see_in_the_language(
    group_client: Client, pages: dict[str, Any]
) -> None:
    assert titles(opened(group_client, "vēstule")) == ["Saprotama vēstule"]
    assert titles(opened(group_client, "workshops", "en")) == ["Workshop"]


def test_a_synonym_is_named(group_client: Client, pages: dict[str, Any]) -> None:
    make_synonym("kursi", "semināri")
    soup = opened(group_client, "kurss")
    assert titles(soup) == ["Seminārs bibliotēkā"]
    assert "kurss → tā sinonīms semināri:" in text_of(soup, ".explain__words")
    assert "semināri" in text_of(soup, ".explain__understood")


def test_a_promotion_comes_first_and_says_so(group_client: Client, pages: dict[str, Any]) -> None:
    make_promotion("vēstule", pages=[pages["Darbnīca"], pages["Seminārs bibliotēkā"]])
    pages["Seminārs bibliotēkā"].unpublish()
    bring_up_to_date()
    soup = opened(group_client, "vēstule")
    assert titles(soup) == ["Darbnīca", "Saprotama vēstule"]
    assert "izcelta" in text_of(soup, ".explain__result:first-child")
    assert "šajā lapā nav" in text_of(soup, ".explain__result:first-child")
    understood = text_of(soup, ".explain__understood")
    assert "Darbnīca" in understood
    assert "Seminārs" not in understood
    assert "nav publiska" in understood


def test_quotes_and_exclusions_are_understood(group_client: Client, pages: dict[str, Any]) -> None:
    make_promotion("seminārs", pages=[pages["Darbnīca"]])
    assert titles(opened(group_client, '"bibliotēkā seminārs"')) == []
    soup = opened(group_client, '"seminārs bibliotēkā" -vēstule')
    assert titles(soup) == ["Seminārs bibliotēkā"]
    quoted = [quote.get_text() for quote in soup.select(".explain__understood q")]
    assert quoted == ["seminārs bibliotēkā", "vēstule"]
    assert titles(opened(group_client, "seminārs -bibliotēkā")) == []


def test_the_correction_that_readers_are_offered(
    group_client: Client, pages: dict[str, Any]
) -> None:
    soup = opened(group_client, "semimārs")
    link = soup.select_one(f'.explain a[href^="{SCREEN}?"]')
    assert link
    assert link.get_text() == "seminārs"
    assert titles(BeautifulSoup(group_client.get(str(link["href"])).content, "html.parser"))


def test_another_language_has_results(group_client: Client, pages: dict[str, Any]) -> None:
    soup = opened(group_client, "workshop")
    link = soup.select_one(".explain a[href*='locale=en']")
    assert link
    assert titles(BeautifulSoup(group_client.get(str(link["href"])).content, "html.parser")) == [
        "Workshop"
    ]


def test_it_is_no_query_of_a_reader(
    group_client: Client, pages: dict[str, Any], settings: Any
) -> None:
    settings.GOVLAB_SEARCHES_PER_MINUTE = 1
    for _ in range(3):
        assert titles(opened(group_client, "kosmodroms")) == []
    assert not ZeroResultQuery.objects.exists()


def test_without_elasticsearch_it_says_so(group_client: Client, pages: dict[str, Any]) -> None:
    assert "Elasticsearch šajā vietnē nav uzstādīts" in text_of(
        opened(group_client, "vēstule"), ".explain"
    )


def test_elasticsearch_that_does_not_respond(
    group_client: Client, pages: dict[str, Any], settings: Any
) -> None:
    settings.GOVLAB_SEARCH_ENGINE = "elasticsearch"
    soup = opened(group_client, "vēstule")
    assert titles(soup) == ["Saprotama vēstule"]
    assert "neatbild" in text_of(soup, ".explain__column:last-child")


@pytest.mark.parametrize(
    ("q", "said"),
    [
        ("", "Uzrakstiet"),
        ("   ", "Uzrakstiet"),
        ("?!", "Uzrakstiet vismaz vienu vārdu"),
        ("a" * (MAX_QUERY_LENGTH + 1), str(MAX_QUERY_LENGTH)),
        ("nulle\x00", "null"),
    ],
)
def test_a_bad_query_is_a_message(group_client: Client, db: None, q: str, said: str) -> None:
    soup = opened(group_client, q)
    assert said.lower() in text_of(soup, ".error-message").lower()
    assert not soup.select(".explain__understood")


def test_a_bad_language_is_a_message(group_client: Client, db: None) -> None:
    for locale in ("", "de", "lv\x00"):
        soup = opened(group_client, "vēstule", locale)
        assert text_of(soup, ".error-message")
        assert not soup.select(".explain__understood")


def test_from_here_to_a_synonym_and_back(group_client: Client, pages: dict[str, Any]) -> None:
    soup = opened(group_client, "workshopi", "en")
    link = soup.select_one('.explain__actions a[href*="synonyms"]')
    assert link
    form = group_client.get(str(link["href"])).context["form"]
    assert (form["locale"].value(), form["words"].value()) == ("en", "workshopi")
    values = {"locale": "en", "kind": "equal", "words": "workshopi\nworkshop", "means": ""}
    answer = group_client.post(str(link["href"]), values)
    assert answer.status_code == 302
    back = BeautifulSoup(group_client.get(answer["Location"]).content, "html.parser")
    assert titles(back) == ["Workshop"]


def test_from_here_to_a_promotion(group_client: Client, pages: dict[str, Any]) -> None:
    link = opened(group_client, "talka").select_one('.explain__actions a[href*="promotions"]')
    assert link
    form = group_client.get(str(link["href"])).context["form"]
    assert (form["locale"].value(), form["queries"].value()) == ("lv", "talka")


def test_a_form_is_not_filled_for_an_unknown_language(group_client: Client) -> None:
    address = f"{reverse('search_synonyms:add')}?{urlencode({'q': 'x', 'locale': 'de'})}"
    form = group_client.get(address).context["form"]
    assert (form["locale"].value(), form["words"].value()) == ("lv", None)


def test_from_the_inbox_to_here(group_client: Client, pages: dict[str, Any]) -> None:
    make_zero_result("red tape", locale="en")
    inbox = BeautifulSoup(group_client.get("/admin/search/zero-results/").content, "html.parser")
    link = inbox.select_one(f'a[href^="{SCREEN}?"]')
    assert link
    understood = BeautifulSoup(group_client.get(str(link["href"])).content, "html.parser")
    assert "red" in text_of(understood, ".explain__understood")


@pytest.mark.parametrize(
    ("right", "may"), [("add_searchsynonym", True), ("add_promotion", False), ("add_topic", False)]
)
def test_only_for_whoever_decides_about_queries(
    client: Client, db: None, right: str, *, may: bool
) -> None:
    client.force_login(make_user(permissions=("access_admin", right)))
    assert client.get(SCREEN).status_code == (200 if may else 302)
    assert (SCREEN in client.get("/admin/").content.decode()) is may


def number_of_queries(client: Client, q: str, results: int) -> int:
    assert len(titles(opened(client, q))) == results
    with CaptureQueriesContext(connection) as queries:
        opened(client, q)
    return len(queries)


def test_twenty_results_cost_no_more_than_one(
    group_client: Client, pages: dict[str, Any], home: Any
) -> None:
    for number in range(20):
        publish(make_standard(home, title=f"Koki {number}", summary="Koki un krūmi."))
    for number in range(3):
        publish(make_standard(home, title=f"Ziedi {number}", summary="Ziedi un augi."))
    bring_up_to_date()
    twenty = number_of_queries(group_client, "koki", 20)
    assert twenty == number_of_queries(group_client, "ziedi", 3)
    # Of a single one, another spelling and the other language are looked for too.
    assert twenty <= number_of_queries(group_client, "seminārs", 1)
