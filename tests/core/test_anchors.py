"""Headings are named once in a page, always, and alike in its languages."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from govlab.core.anchors import place_anchors
from govlab.delivery.log import relay
from home.models import StandardPage
from tests.factories import make_standard, publish, translate_page

Texts = list[str]


def body(texts: Texts) -> Any:
    field: Any = StandardPage._meta.get_field("body")
    return field.stream_block.to_python(
        [
            {"type": "heading", "id": f"{number:08}-b", "value": {"text": text, "level": "2"}}
            for number, text in enumerate(texts)
        ]
    )


def on_the_site(client: Client, page: Any) -> Texts:
    html = BeautifulSoup(client.get(page.url).content, "html.parser")
    ids = [str(tag["id"]) for tag in html.find_all(id=True)]
    assert len(ids) == len(set(ids))
    return [str(tag["id"]) for tag in html.select(".body h2[id]")]


def in_the_api(client: Client, page: Any) -> Texts:
    relay.drain()
    blocks = client.get(f"/api/v1/pages/{page.pk}").json()["body"]
    return [block["anchor"] for block in blocks]


def anchors(client: Client, page: Any) -> Texts:
    found = on_the_site(client, page)
    assert found == in_the_api(client, page)
    return found


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Kā strādājam"], ["ka-stradajam"]),
        (["Dati", "Dati", "Dati"], ["dati", "dati-2", "dati-3"]),
        (["Dati", "Dati 2", "Dati"], ["dati", "dati-2", "dati-3"]),
        (["!!!", "—", "🎉"], ["h-00000000", "h-00000001", "tada"]),
        (["Данные", "数据"], ["dannye", "shuju"]),
        (["Main", "Search header"], ["main-2", "search-header-2"]),
    ],
)
def test_of_one_page(client: Client, home: Any, texts: Texts, expected: Texts) -> None:
    page = publish(make_standard(home, body=body(texts)))
    assert anchors(client, page) == expected


@pytest.fixture
def page(home: Any) -> Any:
    return publish(make_standard(home, body=body(["Kontakti", "!?", "Kontakti", "Dati"])))


def test_are_the_same_in_both_languages(client: Client, home: Any, page: Any) -> None:
    translate_page(publish(home), title="Home")
    english = translate_page(page, title="Page", body=body(["Contacts", "?!", "Where", "Dati"]))
    assert anchors(client, english) == anchors(client, page)
    assert b'<span id="contacts"></span>Contacts' in client.get(english.url).content


def test_follow_the_original_when_it_changes(client: Client, home: Any, page: Any) -> None:
    translate_page(publish(home), title="Home")
    english = translate_page(page, title="Page", body=body(["Contacts", "?!", "Where", "Data"]))
    page = type(page).objects.get(pk=page.pk)
    page.body = body(["Saziņa", "!?", "Kontakti", "Dati", "Jauns"])
    publish(page)
    assert anchors(client, page) == ["sazina", "h-00000001", "kontakti", "dati", "jauns"]
    assert anchors(client, english) == ["sazina", "h-00000001", "kontakti", "dati"]


def test_a_heading_that_only_the_translation_has_is_named_by_itself(home: Any, page: Any) -> None:
    translate_page(publish(home), title="Home")
    english = translate_page(page, title="Page", body=body(["Contacts", "?!", "Where", "Dati"]))
    english.body = body(["Contacts", "?!", "Where", "Dati", "Kontakti"])
    place_anchors(english, "lv")
    assert [child.value.anchor for child in english.body][-1] == "kontakti-3"


def test_every_anchor_can_stand_in_an_address(client: Client, home: Any) -> None:
    texts = ["a" * 120, "Ä/ö?#&", "½ no %", "ا ب", "\u200b!"]
    found = anchors(client, publish(make_standard(home, body=body(texts))))
    assert all(re.fullmatch(r"[a-z0-9_-]+", name) for name in found)
    assert len(set(found)) == len(texts)


@pytest.mark.parametrize(("headings", "listed"), [(2, 0), (3, 3)])
def test_a_long_page_lists_its_headings(
    client: Client, home: Any, headings: int, listed: int
) -> None:
    body = [("heading", {"text": f"Daļa {number}", "level": "2"}) for number in range(headings)]
    page = publish(make_standard(home, body=[*body, ("heading", {"text": "Sīkāk", "level": "3"})]))
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    links = [link["href"] for link in soup.select(".contents a")]
    assert len(links) == listed
    assert all(soup.select(f'[id="{str(link)[1:]}"]') for link in links)
