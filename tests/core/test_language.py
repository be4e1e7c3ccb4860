"""The reader's language: where `/` leads, and the switch on every page."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.factories import make_standard, publish, translate_page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepted", "target"),
    [
        ("en-GB,en;q=0.9,lv;q=0.5", "/en/"),
        ("lv,en;q=0.8", "/lv/"),
        ("de,fr;q=0.5", "/lv/"),
        ("", "/lv/"),
    ],
)
def test_root_leads_to_the_preferred_language(
    client: Client, home: Any, accepted: str, target: str
) -> None:
    translate_page(publish(home), title="Home")
    answer = client.get("/", headers={"accept-language": accepted})
    assert (answer.status_code, answer.url) == (302, target)
    assert "Accept-Language" in answer["Vary"]


def test_no_way_leads_to_a_front_page_that_is_not_public(client: Client, home: Any) -> None:
    english = translate_page(publish(home), title="Home")
    page = publish(make_standard(home))
    english.unpublish()
    assert client.get("/", headers={"accept-language": "en"}).url == "/lv/"
    for path, status in ((page.url, 200), ("/en/", 404), ("/en/search/", 200)):
        answer = client.get(path)
        assert answer.status_code == status, path
        assert b'href="/en/"' not in answer.content, path


def test_latvian_pages_do_not_stand_at_english_addresses(client: Client, home: Any) -> None:
    translate_page(publish(home), title="Home").unpublish()
    page = make_standard(home, slug="par-mums")
    assert client.get(page.url).status_code == 200
    assert client.get("/en/par-mums/").status_code == 404


def switch_target(client: Client, url: str) -> tuple[str, str]:
    soup = BeautifulSoup(client.get(url).content, "html.parser")
    language = "en" if url.startswith("/lv/") else "lv"
    (link,) = {
        (str(a["href"]), a.get_text(" ", strip=True))
        for a in soup.select(f'a[hreflang="{language}"]')
    }
    return link


def test_switch_leads_to_the_same_page(client: Client, home: Any) -> None:
    translate_page(publish(home), title="Home", slug="home-en")
    page = publish(make_standard(home, slug="par-mums"))
    translate_page(page, title="About us", slug="about-us")
    assert switch_target(client, "/lv/par-mums/")[0] == "/en/about-us/"
    assert switch_target(client, "/en/about-us/")[0] == "/lv/par-mums/"


def test_switch_says_when_a_page_is_not_translated(client: Client, home: Any) -> None:
    translate_page(publish(home), title="Home", slug="home-en")
    publish(make_standard(home, slug="par-mums"))
    target, text = switch_target(client, "/lv/par-mums/")
    assert target == "/en/"
    answer = client.get("/lv/par-mums/").content.decode()
    assert "data-untranslated" in answer
    assert text


@pytest.mark.parametrize("path", ["/lv/nav-tadas/", "/en/no-such-page/"])
def test_missing_page_is_told_in_the_readers_language(client: Client, home: Any, path: str) -> None:
    translate_page(publish(home), title="Home", slug="home-en")
    answer = client.get(path)
    assert answer.status_code == 404
    soup = BeautifulSoup(answer.content, "html.parser")
    assert soup.html is not None
    assert soup.html["lang"] == path.split("/")[1]
    assert soup.h1
