"""What is in place of a page that is not there: how to search, where to begin, whom to tell."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from govlab.settings import dev
from govlab.website.templatetags.lost_pages import words_of_path
from tests.factories import make_news_index, make_standard, publish, translate_page


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/lv/jaunumi/vestule-iedzivotajam/", "vestule iedzivotajam"),
        ("/lv/jaunumi/v%C4%93stule.html", "vēstule"),
        ("/lv/2026/03/", ""),
        ("/lv/", ""),
        ("/", ""),
        ("", ""),
        ("/lv/a-b_c%00%FF/", ""),
        (f"/lv/{'vards-' * 200}/", "vards"),
    ],
)
def test_words_to_search_for(path: str, words: str) -> None:
    found = words_of_path(path)
    assert found.startswith(words)
    assert bool(found) is bool(words)
    assert len(found) <= 200


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_page_that_is_unknown(client: Client, home: Any, language: str) -> None:
    make_news_index(publish(home), title="Jaunumi", show_in_menus=True)
    translate_page(home, title="Home")
    response = client.get(f"/{language}/svesa-lapa/")
    assert response.status_code == 404
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.html is not None
    assert soup.html["lang"] == language
    main = soup.main
    assert main is not None
    field = main.select_one("input[name=q]")
    assert field is not None
    assert field["value"] == "svesa lapa"
    links = [str(link["href"]) for link in main.select("a")]
    assert f"/{language}/" in links
    assert any("jaunumi" in link or "lapa-" in link for link in links) is (language == "lv")
    assert "kontakti" in main.text if language == "lv" else "contacts" in main.text
    assert soup.select_one("meta[name=robots][content=noindex]")


@pytest.mark.parametrize("path", ["/lv/svesa-lapa/", "/lv/svesa.html"])
def test_a_developer_sees_what_readers_see(
    client: Client, home: Any, settings: Any, path: str
) -> None:
    settings.DEBUG = True
    settings.MIDDLEWARE = dev.MIDDLEWARE
    response = client.get(path)
    assert response.status_code == 404
    assert b"URLconf" not in response.content
    assert BeautifulSoup(response.content, "html.parser").select_one("main input[name=q]")
    gone = publish(make_standard(home, title="Vecā"))
    assert client.get(gone.url).status_code == 200
    gone.unpublish()
    assert client.get(gone.url).status_code == 410


def test_a_page_that_was_withdrawn_leads_on_too(client: Client, home: Any) -> None:
    page = publish(make_standard(home, title="Vecā"))
    assert client.get(page.url).status_code == 200
    page.unpublish()
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    assert soup.select_one("main input[name=q]")
    assert soup.select_one(f"main a[href='{home.url}']")
