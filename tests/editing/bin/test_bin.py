"""What is in the bin is nowhere else, and returns as it was."""

from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from govlab.core.bin import is_in_bin
from govlab.delivery.log import relay
from govlab.delivery.models import Document
from govlab.delivery.public import public_pages
from govlab.editing.bin.deletion import put_in_bin
from govlab.editing.bin.purge import delete_for_good
from govlab.editing.bin.restoration import restore
from govlab.editing.models import BinEntry
from govlab.editing.visibility import explorable_pages, visible_pages
from news.models import NewsTopic
from tests.factories import (
    make_news,
    make_news_index,
    make_standard,
    make_topic,
    publish,
    translate_page,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home: Any) -> Any:
    translate_page(publish(home), title="Home", summary="Home.")
    index = publish(make_news_index(home, slug="jaunumi"))
    translate_page(index, title="News", summary="News.", slug="news")
    return index


@pytest.fixture
def news(index: Any) -> Any:
    news = make_news(index, "Ziņa", slug="zina")
    NewsTopic.objects.create(page=news, topic=make_topic("Dati"), locale=news.locale)
    news = publish(news)
    translate_page(news, title="A news item", summary="Summary.", slug="item")
    return news


def english(page: Any) -> Any:
    return Page.objects.get(translation_key=page.translation_key, locale__language_code="en")


def bin_(page: Any, account: Any = None, **fields: Any) -> BinEntry:
    return put_in_bin(page, account=account, batch=uuid4(), **fields)


def test_nothing_finds_a_page_in_the_bin(news: Any, admin_user: Any) -> None:
    relay.drain()
    english_id = english(news).pk
    bin_(english(news))
    relay.drain()

    binned = Page.objects.get(pk=english_id)
    assert is_in_bin(binned)
    assert not binned.live
    assert not public_pages().filter(pk=english_id).exists()
    assert not visible_pages(admin_user).filter(pk=english_id).exists()
    assert not explorable_pages(admin_user).filter(pk=english_id).exists()
    assert not news.get_translations().exists()
    assert Document.objects.get(pk=english_id).reason == "deleted"
    assert Document.objects.get(pk=news.pk).live
    assert Page.find_problems() == ([], [], [], [], [])


def test_all_of_a_branch_returns_with_its_ids_and_texts(index: Any, news: Any) -> None:
    relay.drain()
    before = {row.pk: row.json for row in Document.objects.filter(live=True)}
    pages = list(Page.objects.order_by("path").values_list("pk", "url_path", "translation_key"))
    batch = uuid4()
    for branch in (index, english(index)):
        put_in_bin(branch, account=None, batch=batch)
    relay.drain()
    assert Document.objects.filter(live=True).count() == 2

    for entry in BinEntry.objects.order_by("pk"):
        restored = restore(entry, account=None, publish=False)
        assert not restored.slug
    assert list(Page.objects.order_by("path").values_list("pk", "url_path", "translation_key")) == (
        pages
    )
    relay.drain()
    assert Document.objects.filter(live=True).count() == 2
    assert {row.pk for row in Document.objects.all()} == set(before)
    assert Page.find_problems() == ([], [], [], [], [])
    assert Translation.objects.count() == 3
    assert StringTranslation.objects.filter(translation_of__data="Ziņa").exists()
    assert english(news).get_latest_revision_as_object().title == "A news item"


def test_what_was_public_is_published_through_the_gate(
    index: Any, news: Any, admin_user: Any
) -> None:
    draft = news.get_latest_revision_as_object()
    draft.title = "Vēl neapstiprināts"
    draft.save_revision()
    unfinished = make_news(index, "Melnraksts", live=False)
    entry = bin_(index)
    restored = restore(entry, account=admin_user, publish=True)
    assert (restored.published, restored.refusals) == (2, [])

    live = type(news).objects.get(pk=news.pk)
    assert (live.live, live.title) == (True, "Ziņa")
    assert live.get_latest_revision_as_object().title == "Vēl neapstiprināts"
    assert [topic.topic.name for topic in live.topics.all()] == ["Dati"]
    assert not Page.objects.get(pk=unfinished.pk).live
    relay.drain()
    assert Document.objects.get(pk=news.pk).live


def test_what_the_gate_refuses_returns_as_a_draft(news: Any, admin_user: Any) -> None:
    entry = bin_(news)
    type(news).objects.filter(pk=news.pk).update(summary="")
    entry.live_revisions = {str(news.pk): None}
    entry.save()
    restored = restore(entry, account=admin_user, publish=True)
    assert restored.published == 0
    assert len(restored.refusals) == 1
    assert not Page.objects.get(pk=news.pk).live


def test_the_slug_is_free_at_once_and_the_restored_page_gets_another(
    index: Any, news: Any, admin_user: Any
) -> None:
    entry = bin_(news)
    other = publish(make_news(index, "Cita ziņa", slug="zina"))
    restored = restore(entry, account=admin_user, publish=True)
    assert restored.slug == "zina-1"
    stored = type(news).objects.get(pk=news.pk)
    assert (stored.slug, stored.live) == ("zina-1", True)
    assert stored.get_latest_revision_as_object().slug == "zina-1"
    assert not stored.has_unpublished_changes
    assert type(news).objects.get(pk=other.pk).slug == "zina"


def test_another_translation_may_be_started_meanwhile(news: Any, admin_user: Any) -> None:
    first = english(news)
    entry = bin_(first)
    translate_page(news, title="Another item", summary="Summary.", slug="other")
    restored = restore(entry, account=admin_user, publish=True)
    assert restored.is_detached
    assert not restored.published
    assert english(news).title == "Another item"
    alone = Page.objects.get(pk=first.pk).specific
    assert alone.translation_key != news.translation_key
    publish(alone.get_latest_revision_as_object())
    assert Page.find_problems() == ([], [], [], [], [])


def test_the_place_among_siblings(home: Any, admin_user: Any) -> None:
    pages = [make_standard(home, title) for title in "abc"]
    entry = bin_(pages[1])
    restore(entry, account=admin_user)
    assert [page.title for page in home.get_children()] == ["a", "b", "c"]


def test_workflows_and_schedules_end(index: Any, admin_user: Any) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from govlab.editing.roles.create import create_roles

    create_roles()
    page = make_news(index, "Gaida", live=False)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision().publish(user=admin_user)
    other = make_news(index, "Tiek apstiprināta", live=False)
    other.save_revision()
    other.get_workflow().start(other, admin_user)
    bin_(index)
    for each in (page, other):
        stored = Page.objects.get(pk=each.pk)
        assert not stored.revisions.exclude(approved_go_live_at=None).exists()
        assert stored.current_workflow_state is None


def test_a_site_keeps_its_front_page(home: Any, editor_client: Any) -> None:
    address = reverse("wagtailadmin_pages:delete", args=[home.pk])
    for response in (editor_client.get(address), editor_client.post(address)):
        assert response.status_code == 302
    assert not is_in_bin(Page.objects.get(pk=home.pk))


def test_two_people_at_once(news: Any) -> None:
    """Taking the mask off twice would put it on again."""
    entry = bin_(news)
    stale = BinEntry.objects.get(pk=entry.pk)
    restore(entry, account=None)
    for act in (partial(restore, account=None), delete_for_good):
        with pytest.raises(ValidationError, match="vairs nav atkritnē"):
            act(stale)
    assert Page.objects.get(pk=news.pk).translation_key == news.translation_key
