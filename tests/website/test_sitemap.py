"""The sitemap: public pages only, in all their languages, in one query and in parts."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from govlab.delivery.log import relay
from govlab.delivery.models import Document
from govlab.website import sitemap
from tests.factories import make_news, make_news_index, make_standard, publish, translate_page

PREFIX = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def read(client: Client, path: str = "/sitemap.xml") -> ElementTree.Element:
    relay.drain()
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    assert "Accept-Language" not in response["Vary"]
    return ElementTree.fromstring(response.content)


def locations(root: ElementTree.Element) -> list[str]:
    return [str(found.text) for found in root.iter(f"{PREFIX}loc")]


def alternates(root: ElementTree.Element) -> dict[str, dict[str, str]]:
    return {
        str(entry.findtext(f"{PREFIX}loc")): {
            str(link.get("hreflang")): str(link.get("href")) for link in entry.findall(LINK)
        }
        for entry in root
    }


def absolute(page: Any) -> str:
    return f"http://testserver{page.url}"


def test_pages_name_all_their_languages(client: Client, home: Any) -> None:
    page = publish(make_standard(publish(home)))
    front = translate_page(home, title="Home")
    found = alternates(read(client))
    both = {"lv": absolute(home), "en": absolute(front), "x-default": absolute(home)}
    assert found[absolute(home)] == found[absolute(front)] == both
    assert found[absolute(page)] == {"lv": absolute(page), "x-default": absolute(page)}


def test_the_time_of_the_last_change(client: Client, home: Any) -> None:
    page = publish(make_standard(home))
    times = {
        entry.findtext(f"{PREFIX}loc"): entry.findtext(f"{PREFIX}lastmod") for entry in read(client)
    }
    assert times[absolute(page)] == Document.objects.get(pk=page.pk).updated_at.isoformat()


def test_only_public_pages(client: Client, home: Any) -> None:
    shown, private = make_standard(home), make_standard(home)
    draft, gone = make_standard(home, live=False), make_standard(home)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    read(client)
    gone.unpublish()
    found = locations(read(client))
    assert sorted(found) == sorted([absolute(home), absolute(shown)])
    assert draft.url not in found


def test_what_needs_escaping(client: Client, home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "_entries", lambda: list(_odd()))
    assert locations(read(client)) == ['https://x/?a=1&b=<">']


def _odd() -> Iterator[Any]:
    page = sitemap._Page(uuid4(), "lv", 'https://x/?a=1&b=<">', dt.datetime.now(dt.UTC))
    yield sitemap._Entry(page, [page])


def test_parts(client: Client, home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LIMIT", 2)
    pages = [publish(make_standard(publish(home))) for _ in range(2)]
    translate_page(home, title="Home")
    english = [translate_page(page, title="Page") for page in pages]
    index = read(client)
    assert index.tag == f"{PREFIX}sitemapindex"
    assert all(entry.findtext(f"{PREFIX}lastmod") for entry in index)
    parts = [read(client, urlsplit(address).path) for address in locations(index)]
    assert [len(part) for part in parts] == [2, 2, 2]
    listed = [address for part in parts for address in locations(part)]
    assert len(set(listed)) == 6
    assert {absolute(page) for page in english} <= set(listed)
    merged = {name: links for part in parts for name, links in alternates(part).items()}
    assert merged[absolute(pages[0])]["en"] == absolute(english[0])
    for number in ("0", "4", "99999999999999999999"):
        assert client.get(f"/sitemap-{number}.xml").status_code == 404


@pytest.mark.parametrize("number", [1, 20])
def test_queries(home: Any, number: int) -> None:
    index = make_news_index(home)
    for _ in range(number):
        make_news(index)
    relay.drain()
    client = Client()
    for most in (2, 1):
        with CaptureQueriesContext(connection) as captured:
            response = client.get("/sitemap.xml")
        assert response.status_code == 200
        assert len(captured) <= most, captured.captured_queries
    copy = client.get("/sitemap.xml?x=1", headers={"If-None-Match": response["ETag"]})
    assert copy.status_code == 304
