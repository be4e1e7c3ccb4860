"""The statements that the law requires say what the software does, not what somebody remembers."""

import datetime as dt
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client, override_settings
from django.urls import reverse

from govlab.core.processing import all_processing
from govlab.delivery.documents.registry import parse
from govlab.delivery.log import relay
from govlab.delivery.models import Document
from govlab.delivery.schemas.block import plain
from legal.evaluation import latest
from search.curation import zero_results
from search.text.document_texts import texts_of
from tests import spaces
from tests.factories import (
    make_accessibility,
    make_contacts,
    make_privacy,
    make_problem_page,
    make_standard,
)

WORDS = {"accessibility": ["WCAG", "tiesībsargam"], "privacy": ["sīkdatnes", "žurnāli"]}


def text_of(client: Client, page: Any) -> str:
    return BeautifulSoup(spaces.plain(client.get(page.url).content), "html.parser").get_text(
        " ", strip=True
    )


def document(client: Client, page: Any) -> Any:
    return client.get(f"/api/v1/pages/{page.pk}").json()


def test_the_statement_has_what_the_regulation_asks_for(client: Client, home: Any) -> None:
    make_contacts()
    page = make_accessibility(
        home, conformance="partial", exceptions="<p>Datnes.</p>", reviewed_on=dt.date(2026, 3, 12)
    )
    text = text_of(client, page)
    for part in (
        "Nr. 445",
        "Daļēji piekļūstama",
        "Datnes.",
        "Iestādes pašnovērtējums",
        "2026. gada 12. marts",
        "laboratorija@example.lv",
        "tiesībsargam",
        f"axe-core {latest().version}",
    ):
        assert part in text
    stored = document(client, page)
    assert stored["automatic_evaluation"]["pages"] == latest().pages
    assert stored["contacts"]["email"] == "laboratorija@example.lv"


def test_contents_lead_to_each_heading(client: Client, home: Any) -> None:
    for page in (make_accessibility(home), make_privacy(home)):
        soup = BeautifulSoup(client.get(page.url).content, "html.parser")
        listed = {
            str(link["href"]).removeprefix("#"): link.get_text(strip=True)
            for link in soup.select("nav.contents a")
        }
        headings = soup.select(".body h2")
        assert len(headings) >= 4
        assert listed == {str(each.get("id")): each.get_text(strip=True) for each in headings}
        assert all(len(soup.select(f"[id='{anchor}']")) == 1 for anchor in listed)


def test_the_policy_names_what_is_stored_and_for_how_long(client: Client, home: Any) -> None:
    page = make_privacy(home)
    with override_settings(GOVLAB_PROBLEM_RETENTION_DAYS=77):
        text = text_of(client, page)
        days = {each["days"] for each in document(client, page)["processing"]}
    assert days == {77, zero_results.DAYS_STORED, 2, None}
    assert "pēc 77 dienām" in text
    assert "30 dienas" in text
    assert "Datu valsts inspekcijai" in text
    assert {"problems", "usefulness", "zero-results", "limits"} <= {
        each.key for each in all_processing()
    }


def test_the_policy_is_in_the_language_of_the_page(client: Client, home: Any) -> None:
    page = make_privacy(home)
    relay.drain()
    purposes = [each["purpose"] for each in document(client, page)["processing"]]
    assert purposes[0] == "Problēmas, par kurām jūs pastāstāt"


@pytest.mark.parametrize("make", [make_accessibility, make_privacy])
def test_a_change_of_the_contacts_reaches_them(client: Client, home: Any, make: Any) -> None:
    details = make_contacts()
    page = make(home)
    client.get(page.url)
    before = Document.objects.get(pk=page.pk).sequence
    details.email = "cits@example.lv"
    details.save()
    assert "cits@example.lv" in text_of(client, page)
    assert Document.objects.get(pk=page.pk).sequence > before


def test_readers_get_no_cookie_as_the_policy_says(client: Client, home: Any) -> None:
    """Whatever they do: read, search, miss, send a form, answer, follow a redirect."""
    page, problem = make_standard(home), make_problem_page(home)
    privacy = make_privacy(home)
    assert "sīkdatnes neizmanto" in text_of(client, privacy)
    relay.drain()
    reader = Client()
    gets = [
        "/",
        home.url,
        page.url,
        problem.url,
        privacy.url,
        page.url.rstrip("/"),
        "/lv/nav/",
        "/lv/meklet/?q=metode",
        f"/lv/noderigi/{page.pk}/",
        f"/lv/noderigi/{page.pk}/paldies/",
        "/lv/problema/",
        "/lv/problema/P-2026-222222/",
        "/sitemap.xml",
        "/robots.txt",
        "/api/v1/",
        "/healthz",
    ]
    posts = [(f"/lv/noderigi/{page.pk}/", {"answer": "yes"}), ("/lv/problema/", {"problem": "x"})]
    for path in gets:
        assert not reader.get(path).cookies, path
    for path, fields in posts:
        assert not reader.post(path, fields).cookies, path
    assert not reader.cookies


def test_who_signs_in_gets_one(client: Client, admin_user: Any, home: Any) -> None:
    """So that the test above can fail."""
    assert client.get(reverse("wagtailadmin_login")).cookies


@pytest.mark.parametrize("make", [make_accessibility, make_privacy])
def test_what_the_page_says_is_in_its_document_and_found(
    client: Client, home: Any, make: Any
) -> None:
    page = make(home)
    shown, stored = text_of(client, page), document(client, page)
    found = texts_of(parse(stored)).body
    sections = [value for value in stored.values() if isinstance(value, dict) and "html" in value]
    assert len(sections) >= 2
    for section in sections:
        assert section["heading"] in shown
        assert section["heading"] in found
        assert plain(section["html"]) in found
    for word in WORDS[stored["type"]]:
        assert word in shown
        assert word in found
