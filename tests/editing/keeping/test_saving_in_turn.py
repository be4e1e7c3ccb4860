"""Versions of a page are made one after another, and an autosave replaces only the latest."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from govlab.editing.translation.submission import Submission
from tests.editing.forms import served_form
from tests.editing.translating import english, text_field
from tests.factories import accounts, make_news, make_news_index, publish, translate_page
from tests.second_process import needs_database_server
from tests.second_thread import beside
from tests.waiting import wait_for


@pytest.fixture
def page(home: Any) -> Any:
    return publish(make_news(make_news_index(home), "Ziņa"))


def autosave(client: Client, page: Any, **fields: Any) -> Any:
    """As Wagtail's script sends what was typed into the form that the server has served."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = served_form(client.get(address).content.decode())
    return client.post(address, form | fields, headers={"Accept": "application/json"})


@contextmanager
def saved_meanwhile(page: Any, user: Any) -> Iterator[None]:
    """While a request is under way, after it has read the page."""

    def save(request: Any, _page: Any) -> None:
        if request.method == "POST":
            stored = type(page).objects.get(pk=page.pk)
            stored.get_latest_revision_as_object().save_revision(user=user)

    with hooks.register_temporarily("before_edit_page", save):
        yield


def test_autosaves_of_one_form_replace_each_other(editor_client: Client, page: Any) -> None:
    first = autosave(editor_client, page, title="Viens").json()
    second = autosave(
        editor_client, page, title="Divi", overwrite_revision_id=first["revision_id"]
    ).json()
    assert first["success"]
    assert second["revision_id"] == first["revision_id"]
    assert second["revision_created_at"] > first["revision_created_at"]
    assert page.get_latest_revision_as_object().title == "Ziņa"
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Divi"


@pytest.mark.parametrize("replaces", [True, False])
def test_an_autosave_that_the_form_overtook_is_not_stored(
    editor_client: Client, admin_user: Any, page: Any, replaces: bool
) -> None:
    own = autosave(editor_client, page, title="Viens").json()["revision_id"]
    replaced = {"overwrite_revision_id": own} if replaces else {}
    with saved_meanwhile(page, admin_user):
        answer = autosave(editor_client, page, title="Divi", **replaced).json()
    assert answer["error_code"] == "invalid_revision"
    page.refresh_from_db()
    latest = page.get_latest_revision()
    assert latest.as_object().title == "Viens"
    assert latest == page.revisions.latest("created_at")


def test_texts_of_a_translation_neither(editor_client: Client, admin_user: Any, page: Any) -> None:
    translate_page(page.get_parent().specific, title="News", slug="news")
    Submission(accounts.make_account(is_superuser=True), english()).create_translations(page)
    target = page.get_translations().get()
    field = text_field(target, "title")
    assert autosave(editor_client, target, **{field: "One"}).json()["success"]
    with saved_meanwhile(target, admin_user):
        answer = autosave(editor_client, target, **{field: "Two"}).json()
    assert answer["error_code"] == "invalid_revision"
    texts = StringTranslation.objects.filter(context__object_id=target.translation_key)
    assert "Two" not in {text.data for text in texts} >= {"One"}


def somebody_waits_for_this() -> bool:
    """Whether another connection waits until this one's transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks"
            " WHERE NOT granted AND transactionid = pg_current_xact_id()::xid"
        )
        return bool(cursor.fetchone()[0])


@needs_database_server
@pytest.mark.django_db(transaction=True)
def test_the_latest_version_has_the_latest_time(page: Any) -> None:
    """Who began to save first, and had to wait, is the later one."""
    locked = Event()

    def save() -> None:
        assert locked.wait(30)
        type(page).objects.get(pk=page.pk).save_revision()

    with beside(save), transaction.atomic():
        Page.objects.select_for_update().get(pk=page.pk)
        locked.set()
        wait_for(somebody_waits_for_this)
        first = page.save_revision()
    page.refresh_from_db()
    latest = page.get_latest_revision()
    assert latest != first
    assert latest == page.revisions.latest("created_at")


@needs_database_server
@pytest.mark.django_db(transaction=True)
def test_an_autosave_waits_for_the_form_that_is_being_stored(
    editor_client: Client, admin_user: Any, page: Any
) -> None:
    own = autosave(editor_client, page, title="Viens").json()["revision_id"]
    locked = Event()
    answers: list[dict[str, Any]] = []

    def save() -> None:
        assert locked.wait(30)
        answer = autosave(editor_client, page, title="Divi", overwrite_revision_id=own)
        answers.append(answer.json())

    with beside(save), transaction.atomic():
        Page.objects.select_for_update().get(pk=page.pk)
        locked.set()
        wait_for(somebody_waits_for_this)
        form = page.save_revision(user=admin_user)
    page.refresh_from_db()
    assert [answer.get("error_code", answer) for answer in answers] == ["invalid_revision"]
    assert page.get_latest_revision() == form == page.revisions.latest("created_at")
