"""Who sees what in the bin, and what the view does."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page
from wagtail_localize.models import TranslatableObject, Translation

from govlab.core.bin import outside_bin
from govlab.delivery.operations import periodic_tasks
from govlab.editing.bin.deletion import put_in_bin
from govlab.editing.models import BinEntry
from tests.factories import make_news_index, make_standard, publish, translate_page
from tests.factories.accounts import ENTER, make_account, make_editor, make_group, sign_in

pytestmark = pytest.mark.django_db


def bin_(page: Any, account: Any = None) -> BinEntry:
    return put_in_bin(page, account=account, batch=uuid4())


def titles(client: Client) -> list[str]:
    response = client.get(reverse("govlab_bin"))
    return [item.entry.title for item in response.context["items"]]


def restore(client: Client, entry: BinEntry, **data: Any) -> Any:
    return client.post(reverse("govlab_bin_restore", args=[entry.pk]), data)


def test_shows_what_the_account_could_delete(home: Any) -> None:
    section = publish(make_standard(home, "Nodaļa"))
    editor = make_editor(section)
    bin_(make_standard(section, "Melnraksts", live=False))
    bin_(publish(make_standard(section, "Publicēta")))
    bin_(make_standard(home, "Citur", live=False))
    whole = make_standard(section, "Ar apakšlapu", live=False)
    make_standard(whole, "Apakšlapa", live=False)
    bin_(whole)
    assert titles(sign_in(editor)) == ["Melnraksts"]

    approver = make_account(
        make_group(ENTER, pages={section: ("add", "change", "publish", "bulk_delete")})
    )
    assert titles(sign_in(approver)) == ["Ar apakšlapu", "Publicēta", "Melnraksts"]


def test_authors_see_their_own(home: Any) -> None:
    author = make_account(make_group(ENTER, pages={home: ("add",)}))
    bin_(make_standard(home, "Savs", live=False, owner=author))
    bin_(make_standard(home, "Svešs", live=False))
    assert titles(sign_in(author)) == ["Savs"]


def test_rights_on_a_page_in_the_bin_end(home: Any) -> None:
    section = make_standard(home, "Nodaļa", live=False)
    editor = sign_in(make_editor(section))
    bin_(section)
    assert titles(editor) == []
    edit = reverse("wagtailadmin_pages:edit", args=[section.pk])
    assert editor.get(edit).status_code == 302


def test_other_people_may_not_restore(home: Any) -> None:
    section, other = make_standard(home, "Nodaļa"), make_standard(home, "Cita")
    entry = bin_(make_standard(section, "Melnraksts", live=False))
    stranger = sign_in(make_editor(other))
    restore(stranger, entry)
    assert BinEntry.objects.filter(pk=entry.pk).exists()
    assert restore(sign_in(make_editor(section)), entry).status_code == 302
    assert not BinEntry.objects.exists()


def test_a_writer_may_not_publish_by_restoring(home: Any) -> None:
    entry = bin_(make_standard(home, "Melnraksts", live=False))
    entry.live_revisions = {str(entry.page_id): None}
    entry.save()
    restore(sign_in(make_editor(home)), entry, publish="on")
    assert not Page.objects.get(pk=entry.page_id).live


def test_another_parent_where_the_former_is_gone(home: Any, editor_client: Client) -> None:
    section = make_standard(home, "Nodaļa")
    entry = bin_(make_standard(section, "Lapa"))
    bin_(section)
    assert "parent" in restore(editor_client, entry).context["form"].errors
    news = publish(make_news_index(home))
    assert "parent" in restore(editor_client, entry, parent=news.pk).context["form"].errors
    response = restore(editor_client, entry, parent=home.pk)
    assert response.status_code == 302
    assert Page.objects.get(pk=entry.page_id).is_child_of(home)


def test_the_parent_must_be_one_that_the_account_may_write_below(home: Any) -> None:
    section = make_standard(home, "Nodaļa")
    inner = make_standard(section, "Iekšējā")
    other = make_standard(home, "Cita")
    entry = bin_(make_standard(inner, "Lapa", live=False))
    bin_(inner)
    editor = sign_in(make_editor(section))
    assert "parent" in restore(editor, entry, parent=other.pk).context["form"].errors
    assert restore(editor, entry, parent=section.pk).status_code == 302


def test_what_is_not_there_is_not_found(editor_client: Client, home: Any) -> None:
    for name in ("govlab_bin_restore", "govlab_bin_delete"):
        assert editor_client.get(reverse(name, args=[12345])).status_code in {302, 404}


def test_who_presses_twice_is_told(home: Any, editor_client: Client) -> None:
    entry = bin_(make_standard(home, "Lapa", live=False))
    assert restore(editor_client, entry).status_code == 302
    again = restore(editor_client, entry)
    assert again.url == reverse("govlab_bin")
    said = [str(message) for message in get_messages(again.wsgi_request)]
    assert "Šī lapa vairs nav atkritnē." in said[-1]


def test_the_report_of_page_types_leaves_the_bin_out(home: Any, editor_client: Client) -> None:
    index = make_news_index(home)
    make_standard(home, "Paliek")
    bin_(make_standard(home, "Dzēsta"))
    bin_(index)
    plain = outside_bin(Page.objects.filter(depth__gt=1, content_type__model="page")).count()
    rows = editor_client.get(reverse("wagtailadmin_reports:page_types_usage"))
    found = {item.model: item for item in rows.context["object_list"]}
    assert ("page" in found) == bool(plain)
    assert "page" not in found or found["page"].count == plain
    assert (found["newsindexpage"].count, found["standardpage"].count) == (0, 1)
    assert found["standardpage"].last_edited_page.title == "Paliek"
    assert found["newsindexpage"].last_edited_page is None


@pytest.mark.parametrize("number", [1, 20])
def test_queries_do_not_grow(
    home: Any, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    section = make_standard(home, "Nodaļa")
    account = make_editor(section)
    client = sign_in(account)
    for place in range(number):
        bin_(make_standard(section, f"Lapa {place}", live=False), account)
    client.get(reverse("govlab_bin"))
    with django_assert_max_num_queries(16):
        assert len(titles(client)) == number


def test_the_worker_deletes_for_good_when_time_is_over(home: Any, settings: Any) -> None:
    page = publish(make_standard(home, "Sena"))
    translation = translate_page(page, title="Old", summary="Old.")
    for item in (page, translation):
        bin_(item)
    recent = bin_(make_standard(home, "Nesena"))
    limit = timezone.now() - timedelta(days=settings.GOVLAB_BIN_DAYS)
    BinEntry.objects.exclude(pk=recent.pk).update(deleted_at=limit + timedelta(hours=1))
    periodic_tasks.run_all()
    assert BinEntry.objects.count() == 3

    BinEntry.objects.exclude(pk=recent.pk).update(deleted_at=limit)
    periodic_tasks.run_all()
    assert list(BinEntry.objects.all()) == [recent]
    assert not Page.objects.filter(pk__in=[page.pk, translation.pk]).exists()
    # The records of wagtail-localize go too, as they do when a page is deleted at once.
    assert not Translation.objects.filter(source__object_id=page.translation_key).exists()
    assert not TranslatableObject.objects.filter(translation_key=page.translation_key).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_deleting_for_good_is_for_administrators(home: Any, editor_client: Client) -> None:
    entry = bin_(make_standard(home, "Lapa", live=False))
    address = reverse("govlab_bin_delete", args=[entry.pk])
    assert sign_in(make_editor(home)).post(address).status_code == 302
    assert BinEntry.objects.exists()
    assert editor_client.get(address).status_code == 200
    editor_client.post(address)
    assert not Page.objects.filter(pk=entry.page_id).exists()
    assert not Page.objects.filter(slug__startswith="govlab-bin").exists()
