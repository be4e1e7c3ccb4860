"""A release is approved as a whole, each language by who approves it, and as it was seen."""

from typing import Any

import pytest
from wagtail.models import ModelLogEntry

from govlab.editing.models import Release, ReleaseState
from govlab.editing.releases import actions, approval
from govlab.editing.releases.contents import entries_of
from govlab.editing.releases.publish import publish as publish_release
from govlab.editing.releases.refusal import ReleaseChangedError, ReleaseRefused
from tests.factories import make_standard

from .conftest import Staff


def items(release: Release) -> list[Any]:
    return list(release.items.select_related("page"))


def test_each_language_by_its_approver(release: Release, staff: Staff) -> None:
    release = approval.submit(release, staff.author)
    release = approval.approve(release, staff.latvian_approver, items(release))
    assert release.state == ReleaseState.SUBMITTED
    approved = {item.page.locale.language_code for item in items(release) if item.approved_at}
    assert approved == {"lv"}
    with pytest.raises(ReleaseChangedError):
        publish_release(release, staff.chief)
    release = approval.approve(release, staff.english_approver, items(release))
    assert release.state == ReleaseState.APPROVED


def test_an_author_approves_nothing(release: Release, staff: Staff) -> None:
    release = approval.submit(release, staff.author)
    with pytest.raises(ReleaseChangedError):
        approval.approve(release, staff.author, items(release))


def test_a_newer_draft_is_neither_approved_nor_published_unseen(
    release: Release, staff: Staff, pair: list[Any]
) -> None:
    release = approval.submit(release, staff.author)
    release = approval.approve(release, staff.chief, items(release))
    page = pair[0]
    page.title = "Vēlāk rakstīts"
    page.save_revision()
    (entry,) = [entry for entry in entries_of(release) if entry.item.page_id == page.pk]
    assert entry.has_newer_draft
    publish_release(release, staff.chief)
    page.refresh_from_db()
    assert (page.title, page.live, page.has_unpublished_changes) == ("Ziņa", True, True)


def test_a_newer_draft_that_is_meant_has_to_be_approved(
    release: Release, staff: Staff, pair: list[Any]
) -> None:
    release = approval.submit(release, staff.author)
    seen = items(release)
    release = approval.approve(release, staff.chief, seen)
    page = pair[0]
    page.title = "Vēlāk rakstīts"
    page.save_revision()
    approval.use_draft(release, release.items.get(page=page), staff.author)
    release.refresh_from_db()
    assert release.state == ReleaseState.SUBMITTED
    # Who still looks at the former version approves nothing.
    with pytest.raises(ReleaseChangedError):
        approval.approve(release, staff.chief, seen)
    release = approval.approve(release, staff.chief, items(release))
    publish_release(release, staff.chief)
    page.refresh_from_db()
    assert page.title == "Vēlāk rakstīts"


def test_an_added_page_has_to_be_approved(home: Any, release: Release, staff: Staff) -> None:
    release = approval.submit(release, staff.author)
    release = approval.approve(release, staff.chief, items(release))
    other = make_standard(home, "Vēl viena", live=False)
    actions.add(release, [other], staff.author)
    release.refresh_from_db()
    assert release.state == ReleaseState.SUBMITTED
    item = release.items.get(page=other)
    assert item.revision_id is not None
    actions.remove(release, item, staff.author)
    release.refresh_from_db()
    assert release.state == ReleaseState.APPROVED


def test_sent_back_with_a_reason(release: Release, staff: Staff) -> None:
    release = approval.submit(release, staff.author)
    release = approval.approve(release, staff.latvian_approver, items(release))
    release = approval.reject(release, staff.english_approver, "Trūkst attēla.")
    assert (release.state, release.rejection) == (ReleaseState.DRAFT, "Trūkst attēla.")
    assert not any(item.approved_at or item.revision_id for item in items(release))
    entry = ModelLogEntry.objects.filter(action="govlab.release.reject").get()
    assert entry.data["reason"] == "Trūkst attēla."
    assert approval.submit(release, staff.author).rejection == ""


def test_what_could_not_be_published_is_not_submitted(
    home: Any, english_home: Any, staff: Staff
) -> None:
    page = make_standard(home, "Vēl netulkota", live=False)
    page.save_revision()
    empty = actions.create("Tukšs", staff.author)
    with pytest.raises(ReleaseRefused):
        approval.submit(empty, staff.author)
    release = actions.create("Divas lapas", staff.author)
    page.summary = ""
    page.save_revision(clean=False)
    actions.add(release, [page], staff.author)
    with pytest.raises(ReleaseRefused, match="Vēl netulkota"):
        approval.submit(release, staff.author)
    release.refresh_from_db()
    assert release.state == ReleaseState.DRAFT


def test_an_outdated_form_changes_nothing(release: Release, staff: Staff) -> None:
    approval.submit(release, staff.author)
    with pytest.raises(ReleaseChangedError):
        approval.submit(release, staff.author)
    actions.delete(release, staff.chief)
    with pytest.raises(ReleaseChangedError):
        approval.withdraw(release, staff.author)


def test_a_page_is_in_one_open_release(release: Release, staff: Staff, pair: list[Any]) -> None:
    other = actions.create("Cits", staff.author)
    with pytest.raises(ReleaseRefused, match="Gada pārskats"):
        actions.add(other, [pair[0]], staff.author)
    actions.remove(release, release.items.get(page=pair[0]), staff.author)
    actions.add(other, [pair[0]], staff.author)
