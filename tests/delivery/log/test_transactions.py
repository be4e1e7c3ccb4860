"""The mark goes with the change; the relay comes after the commit and never into its way."""

import logging
from typing import Any
from unittest.mock import patch

import pytest
from django.db import DatabaseError, transaction
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.models import PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation

from govlab.core.translation.reviews import review
from govlab.delivery.log import feed, inline
from govlab.delivery.models import Head, Mark
from govlab.delivery.models.mark import Scope
from govlab.delivery.operations import worker
from tests.factories import make_standard, translate_page
from tests.factories import publish as publish_in_code

from .admin import publish
from .portal import NOTHING, Portal

committed = pytest.mark.django_db(transaction=True)


def titles(since: int) -> list[str]:
    """What is in the log by now, without any help."""
    return [entry.document["title"] for entry in feed.after(since, 100)]


def test_roll_back(portal: Portal, editor_client: Client, home: Any) -> None:
    page = publish_in_code(make_standard(home, title="Pirms"))
    portal.follow()
    with transaction.atomic():
        publish(editor_client, page, title="Pēc")
        transaction.set_rollback(True)
    assert not Mark.objects.exists()
    assert portal.follow() == NOTHING


@pytest.mark.parametrize(
    ("view", "mark"), [("set_privacy", "mark_aliases"), ("move_confirm", "mark_subtree")]
)
def test_no_change_without_its_mark(
    portal: Portal, editor_client: Client, home: Any, view: str, mark: str
) -> None:
    page, other = publish_in_code(make_standard(home)), publish_in_code(make_standard(home))
    portal.follow()
    arguments = [page.pk] if view == "set_privacy" else [page.pk, other.pk]
    url = reverse(f"wagtailadmin_pages:{view}", args=arguments)
    with (
        patch(f"govlab.delivery.log.marks.{mark}", side_effect=RuntimeError),
        pytest.raises(RuntimeError),
    ):
        editor_client.post(url, {"restriction_type": "login"})
    assert not PageViewRestriction.objects.exists()
    assert type(page).objects.get(pk=page.pk).get_parent().pk == home.pk
    assert not Mark.objects.exists()


@committed
def test_inline_after_the_commit(portal: Portal, editor_client: Client, home: Any) -> None:
    page = make_standard(home, live=False)
    publish(editor_client, page, title="Uzreiz")
    assert titles(portal.sequence) == ["Uzreiz"]
    assert not Mark.objects.exists()
    portal.follow()


@committed
def test_inline_leaves_the_rest_to_the_worker(
    portal: Portal, editor_client: Client, home: Any
) -> None:
    parent = publish_in_code(make_standard(home))
    children = [publish_in_code(make_standard(parent)) for _ in range(5)]
    worker.follow()
    portal.follow()
    with patch.object(inline, "SECONDS", -1):
        publish(editor_client, parent, title="Cits")
    assert titles(portal.sequence) == ["Cits"]
    assert Mark.objects.exists()
    worker.run_round("worker")
    assert not Mark.objects.exists()
    assert set(portal.follow().documents) == {parent.pk, *(child.pk for child in children)}


@committed
@pytest.mark.parametrize("error", [RuntimeError, DatabaseError])
def test_error_in_the_relay_does_not_fail_the_save(
    portal: Portal,
    editor_client: Client,
    home: Any,
    error: type[Exception],
    caplog: pytest.LogCaptureFixture,
) -> None:
    page = publish_in_code(make_standard(home))
    portal.follow()
    with patch.object(inline, "step", side_effect=error), caplog.at_level(logging.INFO):
        page = publish(editor_client, page, title="Saglabāta")
    assert page.title == "Saglabāta"
    assert "relay" in caplog.text
    assert titles(portal.sequence) == []
    worker.run_round("worker")
    assert titles(portal.sequence) == ["Saglabāta"]


@committed
def test_without_the_inline_relay(portal: Portal, editor_client: Client, home: Any) -> None:
    with override_settings(GOVLAB_INLINE_RELAY=False):
        page = publish_in_code(make_standard(home, title="Vēlāk"))
    assert titles(portal.sequence) == []
    worker.run_round("worker")
    assert list(portal.follow().documents) == [page.pk]


@committed
def test_one_relay_a_transaction(home: Any) -> None:
    with patch.object(inline, "step", return_value=None) as step, transaction.atomic():
        for _ in range(3):
            publish_in_code(make_standard(home))
        assert not step.called
    assert step.call_count == 1


@committed
def test_head_is_made_when_it_is_missing(home: Any, portal: Portal) -> None:
    Head.objects.all().delete()
    assert Head.current()[1:3] == (0, 0)
    with transaction.atomic():
        assert Head.lock().sequence == 0


@committed
def test_translated_text_wakes_the_relay(portal: Portal, home: Any) -> None:
    """Its marks are written by an app above, and no page is saved."""
    page = publish_in_code(make_standard(home))
    translate_page(home, title="Home")
    twin = translate_page(page, title="Page")
    portal.follow()
    assert portal[twin]["translation"]["provenance"] == "human"
    text = StringTranslation.objects.filter(context__object_id=page.translation_key).first()
    with transaction.atomic():
        text.translation_type = StringTranslation.TRANSLATION_TYPE_MACHINE
        text.save()
        assert titles(portal.sequence) == []
    assert titles(portal.sequence) == ["Page"]
    assert not Mark.objects.exists()


@committed
def test_review_of_a_translation_wakes_the_relay(
    portal: Portal, home: Any, admin_user: Any
) -> None:
    page = publish_in_code(make_standard(home))
    translate_page(home, title="Home")
    twin = translate_page(page, title="Page")
    translation = Translation.objects.get(source__object_id=page.translation_key)
    Translation.objects.update(enabled=False)
    page = type(page).objects.get(pk=page.pk)
    page.summary = "Mainīts."
    publish_in_code(page)
    portal.follow()
    assert portal[twin]["translation"]["status"] == "outdated"
    review(translation, admin_user)
    (entry,) = [entry for entry in feed.after(portal.sequence, 9) if entry.page_id == twin.pk]
    assert entry.document["translation"]["status"] == "current"
    assert not Mark.objects.exists()


@committed
def test_a_mark_wakes_the_relay_whoever_writes_it(portal: Portal, home: Any) -> None:
    with transaction.atomic():
        Mark.objects.create(scope=Scope.ROUTES, reason="another app's")
    assert not Mark.objects.exists()
