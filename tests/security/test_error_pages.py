"""The pages of failures: in both languages, with a way out, whatever is missing."""

import re

import pytest
from bs4 import BeautifulSoup
from django.http import HttpRequest
from django.test import Client
from django.urls import resolve
from django.utils.translation import override

from govlab.security import error_pages
from tools.unavailable_page import CONFIGURATION, PAGE, written

STATUSES = [500, 503]


@pytest.mark.parametrize("status", STATUSES)
def test_both_languages_lead_home_and_to_search_and_contacts(status: int) -> None:
    """No fixture gives it a database."""
    soup = BeautifulSoup(error_pages.error_page(status).content, "html.parser")
    latvian, english = soup.select("main section")
    assert english["lang"] == "en"
    for section, language in ((latvian, "lv"), (english, "en")):
        home, search, contact = (str(link["href"]) for link in section.select("a"))
        assert home == f"/{language}/"
        with override(language):
            assert resolve(search).url_name == "search"
        assert contact.startswith("https://www.mk.gov.lv/")


@pytest.mark.parametrize("status", STATUSES)
def test_they_load_nothing(status: int) -> None:
    response = error_pages.error_page(status)
    soup = BeautifulSoup(response.content, "html.parser")
    assert not soup.select("link, script, img, [style]")
    policy = response["Content-Security-Policy"]
    assert re.search(r"style-src 'sha256-[\w+/=]{44}';", policy)
    assert "unsafe" not in policy
    assert response["Cache-Control"] == "no-store"
    assert response.get("Retry-After") == ("10" if status == 503 else None)


def test_nginx_serves_the_same_page() -> None:
    """Otherwise run `python -m tools.unavailable_page`."""
    assert PAGE.read_text() == error_pages.body(503)
    assert CONFIGURATION.read_text() == written(error_pages.policy(503))
    assert error_pages.policy(503) in CONFIGURATION.read_text()


def test_a_failing_view(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(request: HttpRequest) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("govlab.website.reader.middleware._asked", fail)
    response = Client(raise_request_exception=False).get("/lv/")
    assert response.status_code == 500
    text = response.content.decode()
    assert "Notika kļūda" in text
    assert "secret" not in text
    assert "style-src 'sha256-" in response["Content-Security-Policy"]
