"""What programs look for by name: robots.txt, security.txt, llms.txt, OpenSearch, the manifest."""

import datetime as dt
import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from govlab.delivery.log import relay
from govlab.security.checks import check_security_contact
from govlab.settings.environment import contact
from tests.factories import (
    make_case,
    make_case_index,
    make_news,
    make_news_index,
    make_standard,
    publish,
    translate_page,
)

SECURITY = "/.well-known/security.txt"
DESCRIPTION = "{http://a9.com/-/spec/opensearch/1.1/}"


def is_served(client: Client, address: str) -> bool:
    """Static files among others, which stay open until they are read."""
    response: Any = client.get(address)
    return bool(b"".join(response)) and response.status_code == 200


def test_robots(client: Client, db: None) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Sitemap: http://testserver/sitemap.xml",
    ]


@override_settings(GOVLAB_SECURITY_CONTACT="mailto:drosiba@example.lv")
def test_whom_to_tell_of_a_vulnerability(client: Client, db: None) -> None:
    response = client.get(SECURITY)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert fields["Contact"] == "mailto:drosiba@example.lv"
    assert fields["Canonical"] == f"http://testserver{SECURITY}"
    assert fields["Preferred-Languages"] == "lv, en"
    expires = dt.datetime.fromisoformat(fields["Expires"])
    assert dt.timedelta(days=90) < expires - timezone.now() < dt.timedelta(days=365)
    assert check_security_contact(None) == []


@override_settings(GOVLAB_SECURITY_CONTACT="")
def test_a_contact_that_is_missing_is_reported(client: Client, db: None) -> None:
    assert client.get(SECURITY).status_code == 404
    (warning,) = check_security_contact(None)
    assert warning.id == "govlab.W010"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("drosiba@example.lv", "mailto:drosiba@example.lv"),
        ("https://example.lv/drosiba", "https://example.lv/drosiba"),
        ("tel:+371-67000000", "tel:+371-67000000"),
        ("", ""),
    ],
)
def test_contacts_in_settings(monkeypatch: pytest.MonkeyPatch, typed: str, read: str) -> None:
    monkeypatch.setenv("SECURITY_CONTACT", typed)
    assert contact("SECURITY_CONTACT") == read


@pytest.mark.parametrize("typed", ["nobody", "http://example.lv/", "a@example.lv b@example.lv"])
def test_what_is_no_contact(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setenv("SECURITY_CONTACT", typed)
    with pytest.raises(ImproperlyConfigured, match="SECURITY_CONTACT"):
        contact("SECURITY_CONTACT")


def test_language_models_find_the_markdown_of_pages(client: Client, home: Any) -> None:
    index = publish(make_news_index(publish(home), title="Jaunumi"))
    page = publish(make_news(index, title="Ziņa [a](b)", summary="Viena\nrinda."))
    private = make_case(make_case_index(home, title="Pieredze"), title="Noslēpums")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    translate_page(home, title="Home")
    translate_page(index, title="News")
    translate_page(page, title="News item")
    relay.drain()
    response = client.get("/llms.txt")
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    text = response.content.decode()
    assert text.startswith("# Inovācijas laboratorija · Innovation Laboratory\n\n> ")
    assert re.search(r"^## \w+: Jaunumi\n", text, re.M)
    line = r"- [Ziņa \[a\](b)](http://testserver" + page.url + "index.md): Viena rinda."
    assert line in text.splitlines()
    assert re.search(r"^## English: .+\n\n- \[News item\]\(http://testserver/en/", text, re.M)
    assert "Noslēpums" not in text
    for address in re.findall(r"\]\(http://testserver([^)]+)\)", text):
        assert client.get(address).status_code == 200, address


def test_the_list_for_language_models_takes_one_query(home: Any) -> None:
    for _ in range(3):
        make_standard(home)
    relay.drain()
    client = Client()
    for most in (2, 1):
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/llms.txt").status_code == 200
        assert len(captured) <= most, captured.captured_queries


@pytest.mark.parametrize(
    ("language", "name"), [("lv", "Inovācijas laboratorija"), ("en", "Innovation Laboratory")]
)
def test_browsers_learn_how_to_search(client: Client, home: Any, language: str, name: str) -> None:
    response = client.get(f"/{language}/opensearch.xml")
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    description = ElementTree.fromstring(response.content)
    assert description.findtext(f"{DESCRIPTION}LongName") == name
    assert description.findtext(f"{DESCRIPTION}Language") == language
    assert len(str(description.findtext(f"{DESCRIPTION}ShortName"))) <= 16
    url = description.find(f"{DESCRIPTION}Url[@type='text/html']")
    assert url is not None
    address = str(url.get("template")).replace("{searchTerms}", "x")
    assert client.get(address.removeprefix("http://testserver")).status_code == 200


@pytest.mark.parametrize(
    ("language", "name"), [("lv", "Inovācijas laboratorija"), ("en", "Innovation Laboratory")]
)
def test_the_manifest(client: Client, db: None, language: str, name: str) -> None:
    response = client.get(f"/{language}/site.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    found = json.loads(response.content)
    assert (found["name"], found["lang"], found["start_url"]) == (name, language, f"/{language}/")
    for icon in found["icons"]:
        assert is_served(client, icon["src"])


def test_pages_lead_to_all_of_it(client: Client, home: Any) -> None:
    soup = BeautifulSoup(client.get(home.url).content, "html.parser")
    for relation in ("icon", "apple-touch-icon", "manifest", "search"):
        found = soup.select(f"link[rel='{relation}']")
        assert found, relation
        for link in found:
            assert is_served(client, str(link["href"])), link
    assert len(soup.select("meta[name='theme-color'][media]")) == 2


@pytest.mark.parametrize("name", ["favicon.ico", "apple-touch-icon.png"])
def test_icons_are_where_browsers_look(client: Client, db: None, name: str) -> None:
    response = client.get(f"/{name}")
    assert response.status_code == 302
    assert is_served(client, response["Location"])
