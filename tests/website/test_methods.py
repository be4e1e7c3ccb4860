"""Public addresses are read; POST is for those that forms are sent to."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from govlab.website.methods import FORMS
from tests.factories import make_news, make_news_index

WRITES = ("POST", "PUT", "PATCH", "DELETE", "TRACE")
READ = "GET, HEAD, OPTIONS"
SEND = "GET, HEAD, POST, OPTIONS"


@pytest.fixture
def client() -> Client:
    """As browsers are, without the token that a page of ours would have given them."""
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize("method", WRITES)
def test_nothing_is_sent_to_what_is_read(client: Client, home: Any, method: str) -> None:
    page = make_news(make_news_index(home)).url
    below = [page + name for name in ("", "index.md", "event.ics", "changes.atom")]
    addresses = [home.url, *below, "/lv/meklet/", "/lv/events.ics", "/lv/opensearch.xml"]
    addresses += ["/", "/robots.txt", "/sitemap.xml", "/llms.txt", "/favicon.ico", "/healthz"]
    addresses += ["/images/1/a/1.jpg", "/documents/1/a.pdf", "/static/govlab/mark.svg"]
    for address in addresses:
        response = client.generic(method, address)
        assert (response.status_code, response["Allow"]) == (405, READ), address
        asked = client.options(address)
        assert (asked.status_code, asked["Allow"], asked.content) == (200, READ, b""), address


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_forms_are_sent(client: Client, home: Any, method: str) -> None:
    for address in (reverse("problem"), reverse("useful", args=[home.pk])):
        response = client.generic(method, address)
        assert (response.status_code, response["Allow"]) == (405, SEND)
        assert client.options(address)["Allow"] == SEND
        assert client.post(address).status_code != 405


def test_what_is_nowhere_is_not_found(client: Client, home: Any) -> None:
    assert client.post("/nekas.txt").status_code == 404


def test_the_names_of_forms_are_those_of_urls() -> None:
    with override(settings.LANGUAGE_CODE):
        assert set(_names(get_resolver().url_patterns)) >= FORMS


def _names(patterns: list[URLPattern | URLResolver]) -> Iterator[str | None]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns)
        else:
            yield pattern.name
