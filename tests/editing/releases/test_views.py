"""What people can do with releases on the screens, and what they get to read there."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from govlab.editing.models import Release, ReleaseState
from govlab.editing.models.release import Timing
from govlab.editing.releases import actions, approval
from govlab.editing.releases.panel import releases_for
from tests.factories import make_standard
from tests.factories.accounts import ENTER, make_account, make_group, sign_in

from .conftest import Staff


def address(release: Release) -> str:
    return reverse("govlab_release", args=[release.pk])


def do(client: Client, release: Release, action: str, **fields: Any) -> Any:
    return client.post(address(release), {"do": action, **fields}, follow=True)


def seen(release: Release) -> list[str]:
    return [f"{item.pk}-{item.revision_id}" for item in release.items.all()]


def test_from_the_editor_with_the_translation(staff: Staff, pair: list[Any]) -> None:
    client = sign_in(staff.chief)
    add = reverse("govlab_add_to_release", args=[pair[0].pk])
    assert add in client.get(reverse("wagtailadmin_pages:edit", args=[pair[0].pk])).content.decode()
    text = client.get(add).content.decode()
    assert all(f'value="{page.pk}" checked' in text for page in pair)
    client.post(add, {"page": [page.pk for page in pair], "name": "Pārskats"})
    release = Release.objects.get()
    assert {item.page_id for item in release.items.all()} == {page.pk for page in pair}
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[pair[1].pk])).content.decode()
    assert address(release) in edit


def test_only_what_the_account_may_edit(staff: Staff, pair: list[Any]) -> None:
    client = sign_in(staff.author)
    add = reverse("govlab_add_to_release", args=[pair[0].pk])
    client.post(add, {"page": [page.pk for page in pair], "name": "Pārskats"})
    release = Release.objects.get()
    assert [item.page_id for item in release.items.all()] == [pair[0].pk]
    do(client, release, "add", page=pair[1].pk)
    assert release.items.count() == 1
    english = sign_in(staff.translator)
    do(english, release, "add", page=pair[1].pk, with_translations="on")
    assert release.items.count() == 2
    # Who writes English takes out no Latvian page.
    response = do(english, release, "remove", item=release.items.get(page=pair[0]).pk)
    assert release.items.count() == 2, response.content


def test_two_approvers_and_publication_as_soon_as_approved(
    release: Release, staff: Staff, pair: list[Any]
) -> None:
    do(sign_in(staff.author), release, "change", name="Gada pārskats", timing=Timing.APPROVED)
    do(sign_in(staff.author), release, "submit")
    release.refresh_from_db()
    assert release.state == ReleaseState.SUBMITTED
    # Neither the author nor one approver alone publishes both languages.
    for account in (staff.author, staff.latvian_approver):
        do(sign_in(account), release, "publish", seen=seen(release))
    do(sign_in(staff.latvian_approver), release, "approve", seen=seen(release))
    assert not Page.objects.get(pk=pair[0].pk).live
    do(sign_in(staff.english_approver), release, "approve", seen=seen(release))
    release.refresh_from_db()
    assert release.state == ReleaseState.PUBLISHED
    assert all(Page.objects.get(pk=page.pk).live for page in pair)


def test_approval_of_what_was_seen(release: Release, staff: Staff, pair: list[Any]) -> None:
    approval.submit(release, staff.author)
    before = seen(release)
    pair[0].title = "Jauns"
    pair[0].save_revision()
    approval.use_draft(release, release.items.get(page=pair[0]), staff.author)
    do(sign_in(staff.chief), release, "approve", seen=before)
    release.refresh_from_db()
    assert release.state == ReleaseState.SUBMITTED
    assert release.items.get(page=pair[0]).approved_at is None


def test_reasons_are_shown_and_nothing_is_published(
    release: Release, staff: Staff, pair: list[Any]
) -> None:
    Page.objects.filter(pk=pair[1].pk).update(locked=True)
    response = do(sign_in(staff.author), release, "submit")
    assert "slēgta rediģēšanai" in response.content.decode()
    release.refresh_from_db()
    assert release.state == ReleaseState.DRAFT


def test_the_time_is_set_by_who_may_publish_all_once_submitted(
    release: Release, staff: Staff
) -> None:
    approval.submit(release, staff.author)
    fields = {"name": "Cits", "timing": "at_time", "go_live_at": "01.03.2099 12:00"}
    do(sign_in(staff.author), release, "change", **fields)
    release.refresh_from_db()
    assert release.go_live_at is None
    do(sign_in(staff.chief), release, "change", **fields)
    release.refresh_from_db()
    assert release.go_live_at


@pytest.mark.parametrize("moment", ["", "01.03.2020 12:00", "rīt"])
def test_a_time_that_cannot_be(release: Release, staff: Staff, moment: str) -> None:
    fields = {"name": "Cits", "timing": "at_time", "go_live_at": moment}
    response = do(sign_in(staff.author), release, "change", **fields)
    assert response.status_code == 200
    release.refresh_from_db()
    assert release.go_live_at is None


def test_titles_of_drafts_of_others_are_not_shown(
    release: Release, staff: Staff, pair: list[Any]
) -> None:
    text = sign_in(staff.translator).get(address(release)).content.decode()
    assert "News item" in text
    assert "Ziņa" not in text


def test_who_writes_no_pages_sees_no_release(release: Release) -> None:
    client = sign_in(make_account(make_group(ENTER)))
    assert client.get(address(release)).status_code == 302
    assert do(client, release, "delete").request["PATH_INFO"] == reverse("wagtailadmin_home")
    assert Release.objects.filter(pk=release.pk).exists()


def test_deleting_leaves_the_pages(release: Release, staff: Staff, pair: list[Any]) -> None:
    do(sign_in(staff.author), release, "delete")
    assert not Release.objects.exists()
    assert Page.objects.filter(pk=pair[0].pk).exists()


def test_the_dashboard_tells_the_approver(release: Release, staff: Staff) -> None:
    approval.submit(release, staff.author)
    (each,) = releases_for(staff.english_approver)
    assert each.to_approve == 2
    assert releases_for(make_account(make_group(ENTER))) == []
    text = sign_in(staff.english_approver).get(reverse("wagtailadmin_home")).content.decode()
    assert address(release) in text


@pytest.mark.parametrize("view", ["govlab_releases", "govlab_release", "panel"])
def test_a_fixed_number_of_queries(home: Any, release: Release, staff: Staff, view: str) -> None:
    approval.submit(release, staff.author)
    client = sign_in(staff.chief)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            if view == "panel":
                releases_for(type(staff.chief).objects.get(pk=staff.chief.pk))
            else:
                client.get(reverse(view, args=[release.pk] if view == "govlab_release" else []))
        return len(queries)

    count()
    few = count()
    pages = [make_standard(home, f"Lapa {number}", live=False) for number in range(20)]
    for page in pages:
        page.save_revision()
    actions.add(release, pages, staff.chief)
    assert count() == few


def test_the_history_of_the_site_names_the_release(
    release: Release, staff: Staff, admin_user: Any
) -> None:
    """Through its pages for who may see these, and by itself for administrators."""
    history = reverse("wagtailadmin_reports:site_history")
    assert "Gada pārskats" in sign_in(staff.chief).get(history).content.decode()
    assert address(release) in sign_in(admin_user).get(history).content.decode()


def test_links_lead_only_where_the_account_may_go(
    release: Release, staff: Staff, pair: list[Any]
) -> None:
    approval.submit(release, staff.author)
    text = sign_in(staff.english_approver).get(address(release)).content.decode()
    item = release.items.get(page=pair[1])
    assert reverse("wagtailadmin_pages:edit", args=[pair[1].pk]) in text
    version = [pair[1].pk, item.revision_id]
    assert reverse("wagtailadmin_pages:revisions_view", args=version) in text
    assert reverse("wagtailadmin_pages:edit", args=[pair[0].pk]) not in text
