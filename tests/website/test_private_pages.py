"""What readers of private pages see first: the forms for a password and for an account."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories import make_standard, publish, translate_page

PRIVATE = "Noslēpums"


@pytest.fixture
def page(home: Any) -> Any:
    return publish(make_standard(home, title=PRIVATE, summary=f"Par {PRIVATE}"))


def soup_of(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def check_error(soup: BeautifulSoup, title: str) -> None:
    """A reader of a screen hears of the error first, and gets from there to the field."""
    assert soup.title is not None
    assert soup.title.text.startswith(title)
    summary = soup.select_one("[role=alert]")
    assert summary is not None
    link = summary.a
    assert link is not None
    assert soup.select_one(f"input{link['href']}") is not None


def test_the_form_for_a_password_has_the_sites_look_and_nothing_of_the_page(
    client: Client, page: Any
) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")
    response = client.get(page.url)
    soup = soup_of(response)
    assert PRIVATE not in response.content.decode()
    assert soup.html is not None
    assert (soup.html["lang"], soup.select(".site-header") != []) == ("lv", True)
    # The page itself may well be translated.
    assert not soup.select("[data-untranslated]")
    field = soup.select_one("main input[type=password]")
    assert field is not None
    assert soup.select_one(f"label[for={field['id']}]") is not None
    form = soup.select_one("main form")
    assert form is not None
    wrong = client.post(form["action"], {"password": "y", "return_url": page.url})
    assert PRIVATE not in wrong.content.decode()
    check_error(soup_of(wrong), "Kļūda: ")
    field = soup_of(wrong).select_one("main input[type=password]")
    assert field is not None
    assert field["aria-invalid"] == "true"
    right = client.post(form["action"], {"password": "x", "return_url": page.url}, follow=True)
    assert PRIVATE in right.content.decode()


def test_the_form_for_an_account_is_in_the_language_of_the_page(
    client: Client, home: Any, page: Any
) -> None:
    publish(translate_page(home, title="Home"))
    english = publish(translate_page(page, title="Secret"))
    for private, language, error in ((page, "lv", "Kļūda: "), (english, "en", "Error: ")):
        PageViewRestriction.objects.get_or_create(page=private, restriction_type="login")
        response = client.get(private.url, follow=True)
        soup = soup_of(response)
        assert soup.html is not None
        assert soup.html["lang"] == language
        assert soup.select_one(".site-header") is not None
        hidden = soup.select_one("main input[name=next]")
        assert hidden is not None
        assert hidden["value"] == private.url
        wrong = client.post(f"/{language}/_util/login/", {"username": "a", "password": "b"})
        check_error(soup_of(wrong), error)
