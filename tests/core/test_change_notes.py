"""Notes on what changed: public with the version that they were typed with, and not before."""

import datetime as dt
import json
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from govlab.core.change_notes import TYPED, ChangeNote, note_of_draft
from govlab.delivery.documents.registry import parse
from govlab.delivery.log import relay
from govlab.delivery.models import Document
from tests.factories import make_standard, publish


def save_draft(page: Any, note: str, **fields: Any) -> Any:
    page = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    setattr(page, TYPED, note)
    return page.save_revision()


def changes(page: Any) -> list[str]:
    relay.drain()
    document: Any = parse(json.loads(Document.objects.get(pk=page.pk).json))
    return [change.text for change in document.changes]


def test_a_note_is_public_with_its_version_only(client: Client, home: Any) -> None:
    page = publish(make_standard(home))
    draft = save_draft(page, "Jauna adrese.")
    assert changes(page) == []
    assert "Jauna adrese." not in client.get(page.url).content.decode()
    draft.publish()
    assert changes(page) == ["Jauna adrese."]
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    section = soup.select_one(".changes")
    assert section
    assert "Jauna adrese." in section.text
    assert section.select("time")


def test_the_latest_note_comes_first(home: Any) -> None:
    page = publish(make_standard(home))
    for note in ("Pirmā.", "", "Otrā."):
        save_draft(page, note).publish()
    assert changes(page) == ["Otrā.", "Pirmā."]


def test_a_version_published_again_has_its_note_once(home: Any) -> None:
    page = publish(make_standard(home))
    version = save_draft(page, "Jauna adrese.")
    version.publish()
    at = ChangeNote.objects.get().at
    save_draft(page, "").publish()
    version.publish()
    assert [note.at for note in ChangeNote.objects.all()] == [at]


def test_a_note_of_a_draft_that_was_replaced_is_never_public(home: Any) -> None:
    page = publish(make_standard(home))
    save_draft(page, "Kļūda.")
    save_draft(page, "Labots.").publish()
    assert changes(page) == ["Labots."]
    assert not ChangeNote.objects.filter(text="Kļūda.").exists()


def test_the_note_of_a_scheduled_version_waits(home: Any) -> None:
    page = publish(make_standard(home))
    later = timezone.now() + dt.timedelta(hours=1)
    save_draft(page, "Jauna cena.", go_live_at=later).publish()
    assert changes(page) == []
    with time_machine.travel(later + dt.timedelta(minutes=1), tick=False):
        call_command("publish_scheduled")
        assert changes(page) == ["Jauna cena."]


def test_a_first_version_that_is_scheduled(home: Any) -> None:
    page = make_standard(home, live=False)
    save_draft(page, "Jauna lapa.", go_live_at=timezone.now() + dt.timedelta(hours=1)).publish()
    assert ChangeNote.objects.get().at is None


def _form(page: Any, note: str, **more: Any) -> dict[str, Any]:
    values = {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "body": streamfield([]),
        "comments": inline_formset([]),
        "change_note": note,
    }
    return dict(nested_form_data({**values, **more}))


def test_the_form_keeps_the_note_of_a_draft_and_is_empty_after_it(
    editor_client: Client, home: Any
) -> None:
    page = publish(make_standard(home))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    editor_client.post(address, _form(page, "Jauna adrese."))
    page = type(page).objects.get(pk=page.pk)
    assert note_of_draft(page) == "Jauna adrese."
    form = BeautifulSoup(editor_client.get(address).content, "html.parser")
    field = form.select_one("[name=change_note]")
    assert field
    assert field.text.strip() == "Jauna adrese."
    editor_client.post(address, _form(page, "Jauna adrese.", **{"action-publish": "1"}))
    assert changes(page) == ["Jauna adrese."]
    form = BeautifulSoup(editor_client.get(address).content, "html.parser")
    field = form.select_one("[name=change_note]")
    assert field
    assert not field.text.strip()


def test_a_note_that_is_too_long_is_refused(editor_client: Client, home: Any) -> None:
    page = publish(make_standard(home))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = editor_client.post(address, _form(page, "x" * 251))
    assert answer.status_code == 200
    assert not ChangeNote.objects.exists()


@pytest.mark.parametrize("note", ["<script>alert(1)</script>", "& < >"])
def test_a_note_is_plain_text(client: Client, home: Any, note: str) -> None:
    page = publish(make_standard(home))
    save_draft(page, note).publish()
    html = client.get(page.url).content.decode()
    assert note not in html
    assert note in BeautifulSoup(html, "html.parser").text


def test_a_deleted_page_takes_its_notes_along(home: Any) -> None:
    page = publish(make_standard(home))
    save_draft(page, "Jauna adrese.").publish()
    Page.objects.get(pk=page.pk).delete()
    assert not ChangeNote.objects.exists()
