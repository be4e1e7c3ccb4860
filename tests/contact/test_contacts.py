"""Contacts: settings in every language, which are a part of the log and stand on every page."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import checks
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from govlab.core.contacts import ContactDetails, ContactTexts, SocialProfile
from govlab.core.placeholders import marked
from govlab.delivery.log import relay
from govlab.delivery.models import Document
from tests.factories import (
    make_contact_page,
    make_contacts,
    make_news,
    make_news_index,
    publish,
    translate_page,
)
from tests.factories.accounts import ENTER, make_account, make_group, sign_in

API = "/api/v1/site?locale="


def foot(client: Client, path: str) -> str:
    page = BeautifulSoup(client.get(path).content, "html.parser")
    footer = page.find("footer")
    assert footer is not None
    return footer.get_text(" ", strip=True)


def test_every_page_shows_them_in_its_language(client: Client, home: Any) -> None:
    make_contacts()
    publish(home)
    translate_page(home, title="Home", summary="Summary.")
    page = make_news(make_news_index(home))
    for path, institution in ((page.url, "Valsts kanceleja"), ("/en/", "State Chancellery")):
        text = foot(client, path)
        assert institution in text
        assert "+371 60000000" in text
    assert 'href="tel:+37160000000"' in client.get(page.url).content.decode()


def test_without_contacts_the_foot_has_none(client: Client, home: Any) -> None:
    assert "contact-foot" not in client.get(home.url).content.decode()


def test_a_change_gets_a_sequence_and_is_seen_at_once(client: Client, home: Any) -> None:
    details = make_contacts()
    contact_page = make_contact_page(home)
    relay.drain()
    before = Document.objects.get(pk=contact_page.pk).sequence
    first = client.get(API + "lv")
    assert first.json()["contacts"]["hours"] == "Darbdienās"
    assert "Darbdienās" in foot(client, home.url)

    ContactTexts.objects.get(details=details, locale__language_code="lv").delete()
    relay.drain()
    assert client.get(API + "lv").json()["contacts"] is None

    ContactTexts.objects.create(
        details=details, locale=home.locale, institution="Jauna", address="A", hours="Vienmēr"
    )
    relay.drain()
    assert Document.objects.get(pk=contact_page.pk).sequence > before
    second = client.get(API + "lv", headers={"if-none-match": first["ETag"]})
    assert second.status_code == 200
    assert second.json()["contacts"]["institution"] == "Jauna"
    assert "Vienmēr" in foot(client, home.url)
    changed = client.get("/api/v1/changes?limit=100").json()["items"]
    assert {item["type"] for item in changed if item.get("contacts")} == {"home", "contact"}


def test_what_a_language_lacks_stands_in_the_sites_own(client: Client, home: Any) -> None:
    details = make_contacts()
    ContactTexts.objects.get(details=details, locale__language_code="en").delete()
    publish(home)
    translate_page(home, title="Home", summary="Summary.")
    relay.drain()
    contacts = client.get(API + "en").json()["contacts"]
    assert (contacts["locale"], contacts["institution"]) == ("lv", "Valsts kanceleja")
    page = BeautifulSoup(client.get("/en/").content, "html.parser")
    assert page.select_one(".contacts [lang=lv]") is not None


def test_the_foot_costs_no_query(client: Client, home: Any) -> None:
    make_contacts()
    page = make_contact_page(home)
    relay.drain()
    plain, path = Client(), page.url
    for most in (3, 1):
        with CaptureQueriesContext(connection) as captured:
            plain.get(path)
        assert len(captured) <= most


@pytest.mark.django_db
def test_there_is_one_row_and_one_text_in_a_language(home: Any) -> None:
    details = make_contacts()
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactDetails.objects.create()
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactTexts.objects.create(details=details, locale=home.locale, institution="B")


def form_data(home: Any, *languages: Any, **fields: str) -> dict[str, str]:
    data = {
        "email": "jauns@example.lv",
        "telephone": "+371 60000001",
        "registration_number": "",
        "problem_email": "",
        "profiles-TOTAL_FORMS": "1",
        "profiles-INITIAL_FORMS": "0",
        "profiles-0-network": "LinkedIn",
        "profiles-0-url": "https://example.org/linkedin",
        "profiles-0-ORDER": "1",
        "texts-TOTAL_FORMS": str(len(languages)),
        "texts-INITIAL_FORMS": "0",
    }
    for number, locale in enumerate(languages):
        data |= {
            f"texts-{number}-locale": str(locale.pk),
            f"texts-{number}-institution": "Kanceleja",
            f"texts-{number}-address": "Iela 2",
            f"texts-{number}-hours": "",
        }
    return data | fields


def settings_path(client: Client) -> str:
    start = reverse("wagtailsettings:edit", args=["core", "contactdetails"])
    return str(client.get(start, follow=True).redirect_chain[-1][0])


def test_editors_with_the_right_change_them(home: Any) -> None:
    editor = sign_in(make_account(make_group(ENTER, "core.change_contactdetails")))
    path = settings_path(editor)
    assert editor.post(path, form_data(home, home.locale)).status_code == 302
    assert ContactDetails.objects.get().email == "jauns@example.lv"
    assert SocialProfile.objects.get().network == "LinkedIn"
    relay.drain()
    assert Client().get(API + "lv").json()["contacts"]["profiles"] == [
        {"network": "LinkedIn", "url": "https://example.org/linkedin"}
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"telephone": "zvaniet"},
        {"email": "nav"},
        {"profiles-0-url": "javascript:alert(1)"},
        {"profiles-0-url": "http://example.org"},
    ],
)
def test_what_is_no_contact_is_refused(home: Any, fields: dict[str, str]) -> None:
    editor = sign_in(make_account(make_group(ENTER, "core.change_contactdetails")))
    path = settings_path(editor)
    assert editor.post(path, form_data(home, home.locale, **fields)).status_code == 200
    assert not ContactTexts.objects.exists()


def test_a_language_twice_is_a_message(home: Any) -> None:
    editor = sign_in(make_account(make_group(ENTER, "core.change_contactdetails")))
    path = settings_path(editor)
    assert editor.post(path, form_data(home, home.locale, home.locale)).status_code == 200
    assert not ContactTexts.objects.exists()


def test_placeholders_are_marked_and_reported(client: Client, home: Any) -> None:
    make_contacts(telephone="[[tālrunis]]")
    page = client.get(home.url).content.decode()
    assert "[[" not in page
    assert '<mark class="placeholder">tālrunis <small>(paraugs)</small></mark>' in page
    assert "tel:" not in page
    assert client.get(API + "lv").json()["contacts"]["placeholders"] == ["telephone"]

    found = {
        (message.id, "tālrunis" in message.msg)
        for message in checks.run_checks(include_deployment_checks=True)
    }
    assert {("govlab.W004", True), ("govlab.W005", False)} <= found


def test_nothing_is_reported_once_everything_is_entered(client: Client, home: Any) -> None:
    make_contacts(problem_email="problemas@example.lv")
    client.get(home.url)
    found = {message.id for message in checks.run_checks(include_deployment_checks=True)}
    assert not found & {"govlab.W004", "govlab.W005"}


def test_marked_escapes_text() -> None:
    assert "<b>" not in marked("[[<b>]] <b>")


def test_the_command_that_deploys_says_it(home: Any, capsys: pytest.CaptureFixture[str]) -> None:
    make_contacts(telephone="[[tālrunis]]")
    relay.drain()
    # A browser in the same process lets Django be called within its event loop.
    with override_settings(SILENCED_SYSTEM_CHECKS=["async.E001"]):
        call_command("check", deploy=True)
    assert "govlab.W004" in capsys.readouterr().err
