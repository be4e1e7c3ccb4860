"""Feeds: of a list or a language, narrowed as lists are, valid, and from the response cache."""

import datetime as dt
import json
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from pydantic import BaseModel, create_model
from wagtail.models import PageViewRestriction

from govlab.delivery.log import relay
from govlab.delivery.models import Document
from govlab.website.feeds.changes import changes
from govlab.website.feeds.published import PAGE_SIZE
from home.schemas import StandardDocument
from news.models import NewsTopic
from tests.factories import (
    make_case,
    make_case_index,
    make_image,
    make_method,
    make_method_index,
    make_news,
    make_news_index,
    make_standard,
    make_topic,
    publish,
    translate_page,
)
from tests.search.indexed import bring_up_to_date

ATOM = "{http://www.w3.org/2005/Atom}"
FORMATS = ["feed.atom", "feed.json"]


def atom(client: Client, address: str) -> ElementTree.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def json_feed(client: Client, address: str) -> dict[str, Any]:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    return dict(json.loads(response.content))


def titles(client: Client, address: str) -> list[str]:
    named = [
        item["title"] for item in json_feed(client, address.replace(".atom", ".json"))["items"]
    ]
    found = atom(client, address.replace(".json", ".atom"))
    assert [entry.findtext(f"{ATOM}title") for entry in found.iter(f"{ATOM}entry")] == named
    return named


def links(element: ElementTree.Element) -> dict[str, str]:
    return {link.get("rel", ""): link.get("href", "") for link in element.findall(f"{ATOM}link")}


def test_an_atom_feed_has_what_the_standard_requires(client: Client, home: Any) -> None:
    index = make_news_index(home, title="Jaunumi")
    publish(make_news(index, title="A <b> & \x0b“ž”", summary="1 < 2 & 3"))
    feed = atom(client, f"{index.url}feed.atom")
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "lv"
    assert feed.findtext(f"{ATOM}title") == "Jaunumi · Inovācijas laboratorija"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Inovācijas laboratorija"
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    for element in (feed, entry):
        assert str(element.findtext(f"{ATOM}id")).startswith("urn:uuid:")
        assert dt.datetime.fromisoformat(str(element.findtext(f"{ATOM}updated"))).tzinfo
    assert links(feed)["self"] == f"http://testserver{index.url}feed.atom"
    assert links(feed)["alternate"] == f"http://testserver{index.url}"
    assert entry.findtext(f"{ATOM}title") == "A <b> & “ž”"
    summary = entry.find(f"{ATOM}summary")
    assert summary is not None
    assert (summary.get("type"), summary.text) == ("html", "1 &lt; 2 &amp; 3")


def test_a_json_feed_has_what_the_standard_requires(client: Client, home: Any) -> None:
    index = make_news_index(home)
    page = publish(make_news(index, title="Ziņa", listing_image=make_image()))
    feed = json_feed(client, f"{index.url}feed.json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"http://testserver{index.url}feed.json"
    (item,) = feed["items"]
    assert (item["url"], item["content_text"]) == (f"http://testserver{page.url}", "Kopsavilkums.")
    assert item["image"].endswith(".jpg")
    assert item["id"].startswith("urn:uuid:")
    assert dt.datetime.fromisoformat(item["date_modified"]).tzinfo


def test_ids_stay_when_pages_move_and_change(client: Client, home: Any) -> None:
    index = make_news_index(home)
    page = publish(make_news(index))
    before = json_feed(client, f"{index.url}feed.json")["items"][0]
    page.slug, page.title = "cita-adrese", "Cits virsraksts"
    page = publish(page)
    after = json_feed(client, f"{index.url}feed.json")["items"][0]
    assert (after["id"], after["url"]) == (before["id"], f"http://testserver{page.url}")
    assert after["date_modified"] > before["date_modified"]


def test_languages_have_feeds_of_their_own(client: Client, home: Any) -> None:
    index = publish(make_news_index(publish(home)))
    page = publish(make_news(index, title="Ziņa"))
    translate_page(home, title="Home")
    translate_page(index, title="News", slug="news")
    english = translate_page(page, title="News item", slug="item")
    assert titles(client, f"{index.url}feed.atom") == ["Ziņa"]
    feed = atom(client, "/en/news/feed.atom")
    assert feed.findtext(f"{ATOM}title") == "News · Innovation Laboratory"
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert links(entry)["alternate"] == f"http://testserver{english.url}"


def test_a_feed_is_narrowed_by_the_filters_of_its_list(client: Client, home: Any) -> None:
    index, topic = make_news_index(home, title="Jaunumi"), make_topic("Dati")
    make_news(index, title="Cita")
    event = make_news(index, title="Pasākums", kind="result")
    NewsTopic.objects.create(page=event, topic=topic, locale=event.locale)
    address = f"{index.url}feed.atom"
    assert titles(client, f"{address}?topic={topic.slug}&utm=x") == ["Pasākums"]
    assert titles(client, f"{address}?kind=result") == ["Pasākums"]
    feed = atom(client, f"{address}?topic={topic.slug}")
    assert feed.findtext(f"{ATOM}title") == "Jaunumi · Dati · Inovācijas laboratorija"
    assert links(feed)["self"].endswith(f"feed.atom?topic={topic.slug}")
    assert client.get(f"{address}?topic=nav").status_code == 404
    assert client.get(f"{address}?kind=nav%00").status_code == 404


def test_the_front_page_has_the_feed_of_everything(client: Client, home: Any) -> None:
    topic = make_topic("Dati")
    news = make_news(make_news_index(home), title="Ziņa")
    make_case(make_case_index(home), title="Stāsts")
    make_method(make_method_index(home), title="Metode")
    NewsTopic.objects.create(page=news, topic=topic, locale=news.locale)
    address = f"{home.url}feed.atom"
    assert sorted(titles(client, address)) == ["Metode", "Stāsts", "Ziņa"]
    assert titles(client, f"{address}?type=case") == ["Stāsts"]
    assert titles(client, f"{address}?topic={topic.slug}") == ["Ziņa"]
    assert titles(client, f"{address}?type=case&topic={topic.slug}") == []
    assert client.get(f"{address}?type=home").status_code == 404


def test_older_entries_are_in_further_parts(client: Client, home: Any) -> None:
    index = make_news_index(home)
    for number in range(PAGE_SIZE + 1):
        make_news(index, title=f"Ziņa {number}")
    first = json_feed(client, f"{index.url}feed.json?kind=announcement")
    parts = urlsplit(first["next_url"])
    second = json_feed(client, f"{parts.path}?{parts.query}")
    assert (len(first["items"]), len(second["items"]), "next_url" in second) == (
        PAGE_SIZE,
        1,
        False,
    )
    assert links(atom(client, f"{index.url}feed.atom"))["next"].endswith("feed.atom?page=2")
    for page in ("3", "0", "x"):
        assert client.get(f"{index.url}feed.json?page={page}").status_code == 404


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_feed_is_a_feed(client: Client, home: Any, name: str) -> None:
    assert client.get(f"{make_news_index(home).url}{name}").status_code == 200


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_not_public_has_no_feed_and_is_in_none(
    client: Client, home: Any, name: str
) -> None:
    index = make_news_index(home)
    secret = make_news(index, title="Noslēpums")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    make_news(index, title="Melnraksts", live=False)
    assert titles(client, f"{home.url}{name}") == titles(client, f"{index.url}{name}") == []
    PageViewRestriction.objects.create(page=index, restriction_type="login")
    assert client.get(f"{index.url}{name}").status_code in (404, 410)
    assert client.get(f"{secret.url}{name}").status_code in (404, 410)


@pytest.mark.parametrize("number", [1, 20])
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("query", ["", "?topic=dati&year=2026"])
def test_queries(home: Any, number: int, name: str, query: str) -> None:
    index, topic = make_news_index(home), make_topic("Dati", slug="dati")
    for at in range(number):
        page = make_news(index, title=f"Ziņa {at}")
        NewsTopic.objects.create(page=page, topic=topic, locale=page.locale)
    bring_up_to_date()
    client, address = Client(), f"{index.url}{name}{query}"
    for most in (3, 1):
        with CaptureQueriesContext(connection) as captured:
            response = client.get(address)
        assert response.status_code == 200
        assert len(captured) <= most, captured.captured_queries
    copy = client.get(address, headers={"If-None-Match": response["ETag"]})
    assert (copy.status_code, copy.content) == (304, b"")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Vary"] == "Accept-Encoding"


def test_a_page_has_a_feed_of_its_changes(client: Client, home: Any) -> None:
    page = publish(make_standard(home, title="Privātums"))
    address = f"{page.url}changes.atom"
    first = atom(client, address)
    assert first.findtext(f"{ATOM}title") == (
        "Lapas „Privātums” izmaiņas · Inovācijas laboratorija"
    )
    before = {entry.findtext(f"{ATOM}id") for entry in first.iter(f"{ATOM}entry")}
    page.summary = "Kas mainījās."
    page = publish(page)
    latest = json_feed(client, f"{page.url}changes.json")["items"][0]
    assert latest["id"] not in before
    assert latest["content_text"] == "Lapa mainīta."
    assert latest["url"] == f"http://testserver{page.url}"
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    assert soup.select(f"link[type='application/atom+xml'][href$='{address}']")
    page.unpublish()
    assert client.get(address).status_code == 410


class Note(BaseModel):
    at: dt.datetime
    text: str


NotedDocument = create_model("NotedDocument", __base__=StandardDocument, changes=(list[Note], []))


def test_what_editors_say_changed_is_in_the_feed(home: Any) -> None:
    page = publish(make_standard(home))
    relay.drain()
    stored = json.loads(Document.objects.get(pk=page.pk).json)
    day = dt.datetime(2026, 11, 27, tzinfo=dt.UTC)
    notes = [{"at": day, "text": "Jauns tālrunis."}, {"at": day.replace(day=2), "text": "Otrs."}]
    document = NotedDocument.model_validate(stored | {"changes": notes})
    with override("lv"):
        entries = changes(document).entries
    assert [(entry.text, entry.updated) for entry in entries[:2]] == [
        ("Jauns tālrunis.", day),
        ("Otrs.", day.replace(day=2)),
    ]
    assert [entry.text for entry in entries[2:]] == ["Lapa publicēta."]
    assert len({entry.id for entry in entries}) == 3


def test_pages_lead_to_their_feeds(client: Client, home: Any) -> None:
    index = make_news_index(home)
    page = make_news(index)
    for url, expected in (
        (f"{index.url}?kind=announcement", f"{index.url}feed.atom?kind=announcement"),
        (home.url, f"{home.url}feed.atom"),
        (page.url, f"{home.url}feed.atom?type=news"),
    ):
        soup = BeautifulSoup(client.get(url).content, "html.parser")
        found = soup.select("link[rel=alternate][type='application/atom+xml']")
        addresses = [str(link["href"]) for link in found]
        assert f"http://testserver{expected}" in addresses
        for address in addresses:
            assert client.get(address.removeprefix("http://testserver")).status_code == 200
    assert Document.objects.filter(pk=page.pk, live=True).exists()
