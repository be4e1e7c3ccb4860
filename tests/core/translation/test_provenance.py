"""A machine's text is the machine's, wherever it is public, until a person has looked at it."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from govlab.core.translation.confirmation import confirm_machine_texts, confirm_unchanged
from govlab.core.translation.provenance import machine_translated
from tests.core.translation.originals import answer, heading, stored, submit, write
from tests.factories import make_standard, publish, translate_page
from tests.spaces import plain

RIGA = ZoneInfo("Europe/Riga")
SUMMARY = "Kas mēs īsti esam."


@pytest.fixture
def english_home(home: Any) -> Any:
    return translate_page(publish(home), title="Home", summary="Summary.")


@pytest.fixture
def translation(home: Any, english_home: Any) -> Translation:
    """Published as a machine wrote it."""
    body = [heading("h1", "Kas mums sanāca labi")]
    page = write(make_standard(home, "Par mums", slug="par", summary=SUMMARY), body=body)
    translation = submit(page)
    answer(translation, kind="machine")
    translation.save_target(publish=True)
    return stored(translation)


@pytest.fixture
def page(translation: Translation) -> Any:
    return translation.source.get_source_instance()


@pytest.fixture
def english(translation: Translation) -> Any:
    return translation.get_target_instance()


def by_machine(page: Any) -> bool:
    return page.pk in machine_translated([type(page).objects.get(pk=page.pk)])


def save_by_person(translation: Translation, client: Client, path: str, text: str) -> None:
    """As the translation editor saves a text."""
    segment = StringSegment.objects.get(source=translation.source, context__path=path)
    target = translation.get_target_instance()
    address = reverse("wagtailadmin_pages:edit", args=[target.pk])
    form = {f"text-{segment.string_id}-{segment.context_id}": text}
    assert client.post(address, form).status_code == 302


def test_publishing_is_not_looking_at(translation: Translation, english: Any) -> None:
    assert by_machine(english)
    translation.save_target(publish=True)
    assert by_machine(english)


def test_each_text_must_be_looked_at(
    editor_client: Client, translation: Translation, english: Any
) -> None:
    texts = StringTranslation.objects.filter(translation_type="machine")
    for text in list(texts.select_related("context")):
        assert by_machine(english)
        save_by_person(translation, editor_client, text.context.path, text.data)
        assert by_machine(english), "sent with the form, which has all texts"
        save_by_person(translation, editor_client, text.context.path, f"{text.data} now")
    assert not by_machine(english)


def test_confirming_all_at_once(english: Any, admin_user: Any) -> None:
    assert confirm_machine_texts(english, admin_user) == 4
    assert not by_machine(english)


def test_confirming_that_nothing_changes(
    page: Any, translation: Translation, english: Any, admin_user: Any
) -> None:
    write(page, summary="Kas mēs tagad esam.", title="Par visiem mums", slug="par", body=[])
    confirm_unchanged(stored(translation), english, admin_user)
    for path in ("title", "summary"):
        rows = StringTranslation.objects.filter(context__path=path).order_by("pk")
        assert [row.translation_type for row in rows][-1] == "manual"


def test_a_draft_is_not_public(
    home: Any, english_home: Any, admin_user: Any, translation: Translation, english: Any, page: Any
) -> None:
    confirm_machine_texts(english, admin_user)
    fresh = submit(write(page, summary="Pavisam cits kopsavilkums."))
    answer(fresh, kind="machine")
    fresh.save_target(publish=False)
    assert not by_machine(english)
    draft = type(english).objects.get(pk=english.pk).get_latest_revision_as_object()
    assert machine_translated([draft]) == {english.pk}, "a preview says it"
    fresh.save_target(publish=True)
    assert by_machine(english)


def test_a_former_text_stays_the_machines_while_it_is_public(
    page: Any, english: Any, admin_user: Any
) -> None:
    fresh = submit(write(page, summary="Pavisam cits kopsavilkums."))
    answer(fresh)
    assert by_machine(english), "its original is another one by now"
    fresh.save_target(publish=True)
    assert by_machine(english), "other texts are the machine's still"


def test_stopped_synchronisation(english: Any) -> None:
    Translation.objects.update(enabled=False)
    assert by_machine(english)
    edited = type(english).objects.get(pk=english.pk)
    edited.title, edited.summary, edited.slug = "About us", "Who we are.", "about"
    edited.body = []
    publish(edited)
    assert not by_machine(english)


def test_copy_and_alias(english: Any, english_home: Any, admin_user: Any) -> None:
    alias = english.create_alias(parent=english_home, update_slug="alias")
    copy = english.copy(to=english_home, update_attrs={"slug": "copy"}, keep_live=True)
    assert machine_translated([alias, copy]) == {alias.pk, copy.pk}
    other = make_standard(english_home, "Written here", summary="By a person.")
    assert machine_translated([other]) == set()
    confirm_machine_texts(english, admin_user)
    assert machine_translated([alias, copy]) == set()


def test_the_page_and_the_document_say_it(
    client: Client, page: Any, english: Any, admin_user: Any
) -> None:
    html = plain(client.get(english.url).content)
    assert 'data-notice="machine"' in html
    assert "not yet checked by a person" in html
    assert page.url in html
    assert 'data-notice="machine"' not in client.get(page.url).content.decode()
    confirm_machine_texts(english, admin_user)
    assert 'data-notice="machine"' not in client.get(english.url).content.decode()


def test_the_notice_of_an_outdated_page_has_dates(
    client: Client, page: Any, english: Any, settings: Any
) -> None:
    assert 'data-notice="outdated"' not in client.get(english.url).content.decode()
    write(page, summary="Kas mēs tagad esam.")
    review = Translation.objects.get(source__object_id=page.translation_key).review
    review.reviewed_at = dt.datetime(2025, 4, 12, 23, 30, tzinfo=RIGA)
    review.save()
    type(page).objects.filter(pk=page.pk).update(
        last_published_at=dt.datetime(2027, 5, 3, 0, 30, tzinfo=RIGA)
    )
    html = " ".join(client.get(english.url).content.decode().split())
    assert (
        "The Latvian original changed on 3 May 2027; this translation is of 12 April 2025." in html
    )
    assert f'<a href="{page.url}" hreflang="lv">Read the original</a>' in html


def test_queries(english: Any, english_home: Any, page: Any, admin_user: Any) -> None:
    confirm_machine_texts(english, admin_user)
    with CaptureQueriesContext(connection) as queries:
        machine_translated([page, english, english_home])
    assert len(queries) == 1
