"""All pages of a release become public at the same moment, or none does."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, PageLogEntry, Workflow, WorkflowTask
from wagtail_localize.models import StringTranslation, Translation

from govlab.core.translation.states import translation_state
from govlab.delivery.log import relay
from govlab.delivery.models import Document, Head, Mark
from govlab.delivery.schemas.page import TranslationStatus
from govlab.editing.bin.deletion import put_in_bin
from govlab.editing.models import Release, ReleaseState
from govlab.editing.releases import actions, approval
from govlab.editing.releases.publish import approve_and_publish
from govlab.editing.releases.publish import publish as publish_release
from govlab.editing.releases.refusal import ReleaseRefused
from tests.factories import make_standard, publish, translate_page

from .conftest import Staff


def approved(release: Release, staff: Staff) -> Release:
    release = approval.submit(release, staff.author)
    return approval.approve(release, staff.chief, list(release.items.all()))


def test_two_pages_in_two_languages(
    release: Release, staff: Staff, pair: list[Any], second_pair: list[Any]
) -> None:
    release = publish_release(approved(release, staff), staff.chief)
    titles = set()
    for page in (*pair, *second_pair):
        page.refresh_from_db()
        assert page.live
        titles.add(page.title)
        entries = PageLogEntry.objects.filter(page=page.pk)
        assert entries.filter(action="govlab.release.publish", user=staff.chief).count() == 1
    assert titles == {"Ziņa", "News item", "Jauni jaunumi", "New news"}
    assert release.state == ReleaseState.PUBLISHED
    assert not release.items.filter(is_open=True).exists()


def test_by_one_click_for_who_approves_all(release: Release, staff: Staff) -> None:
    approve_and_publish(release, staff.chief, [])
    release.refresh_from_db()
    assert release.state == ReleaseState.PUBLISHED
    assert {item.approved_by for item in release.items.all()} == {staff.chief}


def test_readers_of_the_log_see_all_of_it_or_nothing(
    release: Release, staff: Staff, pair: list[Any], second_pair: list[Any]
) -> None:
    """Even if a mark of one page was waiting, and a step takes one mark."""
    relay.drain()
    before = Head.objects.get().sequence
    pages = [*pair, *second_pair]
    pages[0].specific.save()
    publish_release(approved(release, staff), staff.chief)
    relay.step(size=1)
    rows = Document.objects.filter(page_id__in=[page.pk for page in pages])
    fresh = sorted(rows.filter(sequence__gt=before).values_list("sequence", flat=True))
    assert fresh == list(range(before + 1, before + 5))
    relay.drain()
    assert not Mark.objects.filter(batch__gt="").exists()


def break_page(page: Any, staff: Staff, how: str) -> None:
    stored = Page.objects.filter(pk=page.pk)
    if how == "locked":
        stored.update(locked=True, locked_by=staff.translator, locked_at=timezone.now())
    elif how == "deleted":
        Page.objects.get(pk=page.pk).delete()
    elif how == "in the bin":
        put_in_bin(page, account=staff.chief, batch=uuid4())
    elif how == "parent unpublished":
        page.get_parent().specific.unpublish()
    elif how == "in a workflow":
        task = GroupApprovalTask.objects.create(name="Apstiprināšana")
        workflow = Workflow.objects.create(name="Darbplūsma")
        WorkflowTask.objects.create(workflow=workflow, task=task)
        workflow.start(page, staff.author)
    elif how == "scheduled":
        page.latest_revision.approved_go_live_at = timezone.now() + timedelta(days=1)
        page.latest_revision.save()
    elif how == "revision gone":
        page.save_revision()
        page.release_items.get().revision.delete()


@pytest.mark.parametrize(
    "how",
    [
        "locked",
        "deleted",
        "in the bin",
        "parent unpublished",
        "in a workflow",
        "scheduled",
        "revision gone",
    ],
)
def test_one_page_refused_is_all_refused(
    release: Release, staff: Staff, pair: list[Any], second_pair: list[Any], how: str
) -> None:
    release = approved(release, staff)
    broken = pair[1]
    break_page(broken, staff, how)
    with pytest.raises(ReleaseRefused, match="News item") as refused:
        publish_release(release, staff.chief)
    assert all("“" in message or "„" in message for message in refused.value.messages)
    assert not Page.objects.get(pk=pair[0].pk).live
    titles = Page.objects.filter(pk__in=[page.pk for page in second_pair])
    assert set(titles.values_list("title", flat=True)) == {"Jaunumi", "News"}
    release.refresh_from_db()
    assert release.state == ReleaseState.APPROVED


def test_all_refusals_are_named(release: Release, staff: Staff, pair: list[Any]) -> None:
    release = approved(release, staff)
    for page in pair:
        break_page(page, staff, "locked")
    with pytest.raises(ReleaseRefused) as refused:
        publish_release(release, staff.chief)
    assert len(refused.value.messages) == 2


def test_what_the_gate_refuses(release: Release, staff: Staff, pair: list[Any]) -> None:
    """Something changed since the approval: another page took the address."""
    release = approved(release, staff)
    revision = release.items.get(page=pair[0]).revision
    revision.content["summary"] = ""
    revision.save()
    with pytest.raises(ReleaseRefused, match="Ziņa"):
        publish_release(release, staff.chief)
    assert not Page.objects.filter(pk__in=[page.pk for page in pair], live=True).exists()


def test_a_version_that_was_published_since_is_not_undone(
    release: Release, staff: Staff, second_pair: list[Any]
) -> None:
    release = approved(release, staff)
    page = second_pair[0]
    page.title = "Publicēts atsevišķi"
    publish(page)
    with pytest.raises(ReleaseRefused, match="Publicēts atsevišķi"):
        publish_release(release, staff.chief)
    approval.use_draft(release, release.items.get(page=page), staff.chief)
    release.refresh_from_db()
    approve_and_publish(release, staff.chief, release.items.all())


def test_a_page_that_was_unpublished_since_does_not_come_back(
    release: Release, staff: Staff, second_pair: list[Any]
) -> None:
    release = approved(release, staff)
    second_pair[1].unpublish()
    with pytest.raises(ReleaseRefused, match="New news"):
        publish_release(release, staff.chief)
    assert not Page.objects.get(pk=second_pair[1].pk).live


def test_a_parent_goes_before_its_child(home: Any, staff: Staff, english_home: Any) -> None:
    parent = make_standard(home, "Virslapa", live=False)
    child = make_standard(parent, "Apakšlapa", live=False)
    for page in (parent, child):
        page.save_revision()
    release = actions.create("Divas", staff.author)
    actions.add(release, [child], staff.author)
    with pytest.raises(ReleaseRefused, match="Virslapa"):
        approval.submit(release, staff.author)
    actions.add(release, [parent], staff.author)
    approve_and_publish(release, staff.chief, [])
    relay.drain()
    documents = Document.objects.filter(live=True, page_id__in=[parent.pk, child.pk])
    order = list(documents.order_by("sequence").values_list("page_id", flat=True))
    assert sorted(order) == sorted([parent.pk, child.pk])
    published = PageLogEntry.objects.filter(action="wagtail.publish", page__in=order)
    assert list(published.order_by("pk").values_list("page", flat=True)) == [parent.pk, child.pk]


def test_texts_that_were_translated_since_the_last_draft(
    home: Any, english_home: Any, staff: Staff
) -> None:
    """The translation editor stores each text at once, without a draft."""
    page = make_standard(home, "Ziņa", live=False)
    page.save_revision()
    english = translate_page(page, title="Old title", summary="In English.")
    english.unpublish()
    english.refresh_from_db()
    release = actions.create("Tulkots", staff.chief)
    actions.add(release, [page, english], staff.chief)
    text = StringTranslation.objects.get(data="Old title", context__path="title")
    text.data = "New title"
    text.save()
    approve_and_publish(release, staff.chief, [])
    english.refresh_from_db()
    assert (english.live, english.title) == (True, "New title")


def test_public_pages_that_were_changed_together_are_up_to_date(
    home: Any, english_home: Any, staff: Staff
) -> None:
    page = publish(make_standard(home, "Ziņa"))
    english = translate_page(page, title="News item", summary="In English.")
    page.refresh_from_db()
    page.title = "Pavisam cita ziņa"
    page.save_revision()
    translation = Translation.objects.get(source__object_id=page.translation_key)
    StringTranslation.objects.filter(data="News item").update(data="Quite other news")
    translation.save_target(user=staff.translator, publish=False)
    release = actions.create("Kopā", staff.chief)
    actions.add(release, [page, Page.objects.get(pk=english.pk)], staff.chief)
    approve_and_publish(release, staff.chief, [])

    english = Page.objects.select_related("locale").get(pk=english.pk)
    assert english.title == "Quite other news"
    assert translation_state(english).status == TranslationStatus.CURRENT
    # The next draft of the translation says what was published.
    Translation.objects.get(pk=translation.pk).save_target(publish=False)
    assert english.get_latest_revision_as_object().title == "Quite other news"


def test_a_translation_that_was_not_changed_is_outdated_after_its_original_was(
    home: Any, english_home: Any, staff: Staff
) -> None:
    page = publish(make_standard(home, "Ziņa"))
    english = translate_page(page, title="News item", summary="In English.")
    page.refresh_from_db()
    page.title = "Pavisam cita ziņa"
    page.save_revision()
    release = actions.create("Puse", staff.chief)
    actions.add(release, [page, english], staff.chief)
    approve_and_publish(release, staff.chief, [])
    english = Page.objects.select_related("locale").get(pk=english.pk)
    assert translation_state(english).status == TranslationStatus.OUTDATED
