"""What can be done with a release. Each action is one transaction, and logged.

The caller has checked the rights (`rights`). Actions raise ReleaseChangedError if the release is in
another state than the caller saw, and ReleaseRefused with the reasons for a refusal.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from govlab.core.publication.gate import ensure_publishable

from ..models import Release, ReleaseItem, ReleaseState
from ..models.release import Timing
from .audit import note
from .contents import Entry, entries_of
from .pinning import pin, unpin
from .refusal import ReleaseChangedError, ReleaseRefused, refuse_problems
from .rights import may_approve_item

OPEN = (ReleaseState.DRAFT, ReleaseState.SUBMITTED, ReleaseState.APPROVED)
PINNED = (ReleaseState.SUBMITTED, ReleaseState.APPROVED)


def lock(release: Release, *states: str) -> Release:
    """Return the release as stored, locked until the transaction ends."""
    stored = Release.objects.select_for_update().filter(pk=release.pk).first()
    if stored is None or stored.state not in states:
        raise ReleaseChangedError
    return stored


@transaction.atomic
def create(name: str, user: Any) -> Release:
    release = Release.objects.create(name=name, created_by=user)
    note(release, "create", user)
    return release


@transaction.atomic
def change(
    release: Release, user: Any, *, name: str, timing: str, go_live_at: datetime | None
) -> Release:
    stored = lock(release, *OPEN)
    stored.name, stored.timing = name, timing
    stored.go_live_at = go_live_at if timing == Timing.AT_TIME else None
    stored.save()
    moment = stored.go_live_at.isoformat() if stored.go_live_at else ""
    note(stored, "change", user, timing=timing, go_live_at=moment)
    return stored


@transaction.atomic
def add(release: Release, pages: Iterable[Page], user: Any) -> list[ReleaseItem]:
    """Raises ReleaseRefused if a page is in another open release."""
    stored = lock(release, *OPEN)
    added = []
    for page in pages:
        others = ReleaseItem.objects.filter(page=page, is_open=True).select_related("release")
        other = others.first()
        if other and other.release_id == stored.pk:
            continue
        if other:
            raise ReleaseRefused([_in_another(page, other.release)])
        try:
            with transaction.atomic():
                item = ReleaseItem.objects.create(
                    release=stored, page=page, title=page.draft_title, added_by=user
                )
        except IntegrityError as error:  # Somebody was faster.
            raise ReleaseChangedError from error
        if stored.state in PINNED:
            pin(item, user)
        note(stored, "add_page", user, page, page_id=page.pk)
        added.append(item)
    _reconsider(stored)
    return added


def _in_another(page: Page, release: Release) -> str:
    values = {"page": page.get_admin_display_title(), "release": release.name}
    return _("“%(page)s” is in the release “%(release)s” already. Remove it there first.") % values


@transaction.atomic
def remove(release: Release, item: ReleaseItem, user: Any) -> None:
    stored = lock(release, *OPEN)
    page, number = item.page, item.page_id
    item.delete()
    note(stored, "remove_page", user, page, page_id=number)
    _reconsider(stored)


@transaction.atomic
def use_draft(release: Release, item: ReleaseItem, user: Any) -> None:
    """Mean the newest draft of the page, which then has to be approved."""
    stored = lock(release, *PINNED)
    pin(item, user)
    note(stored, "use_draft", user, item.page, page_id=item.page_id)
    _reconsider(stored)


@transaction.atomic
def submit(release: Release, user: Any) -> Release:
    """From now on the revisions stay as they are."""
    stored = lock(release, ReleaseState.DRAFT)
    for item in stored.items.select_related("page__locale"):
        pin(item, user)
    stored.state, stored.rejection = ReleaseState.SUBMITTED, ""
    stored.save()
    _refuse_unfit(stored)
    note(stored, "submit", user)
    return stored


@transaction.atomic
def withdraw(release: Release, user: Any) -> Release:
    stored = lock(release, *PINNED)
    _back_to_draft(stored)
    note(stored, "withdraw", user)
    return stored


@transaction.atomic
def reject(release: Release, user: Any, reason: str) -> Release:
    stored = lock(release, *PINNED)
    stored.rejection = reason
    _back_to_draft(stored)
    note(stored, "reject", user, reason=reason)
    return stored


@transaction.atomic
def approve(release: Release, user: Any, items: Iterable[ReleaseItem]) -> Release:
    """Approve those of the items that the user saw and may publish. A revision that was replaced
    since the user saw it is not approved."""
    stored = lock(release, ReleaseState.SUBMITTED, ReleaseState.APPROVED)
    seen = {item.pk: item.revision_id for item in items}
    approved = 0
    for item in stored.items.select_related("page__locale"):
        is_seen = seen.get(item.pk) == item.revision_id and item.revision_id is not None
        if is_seen and item.approved_at is None and may_approve_item(user, item):
            item.approved_by, item.approved_at = user, timezone.now()
            item.save()
            approved += 1
    if not approved:
        raise ReleaseChangedError
    _reconsider(stored)
    note(stored, "approve", user, pages=approved)
    return stored


@transaction.atomic
def delete(release: Release, user: Any) -> None:
    """The pages and their drafts stay."""
    stored = lock(release, *OPEN)
    note(stored, "delete", user)
    stored.delete()


def _back_to_draft(release: Release) -> None:
    for item in release.items.all():
        unpin(item)
    release.state = ReleaseState.DRAFT
    release.save()


def _reconsider(release: Release) -> None:
    """Approved is a release that has pages, each of which is approved as it is meant now."""
    if release.state in PINNED:
        items = list(release.items.all())
        done = bool(items) and all(item.approved_at for item in items)
        release.state = ReleaseState.APPROVED if done else ReleaseState.SUBMITTED
    release.save()


def _refuse_unfit(release: Release) -> None:
    """Refuse now what publishing would refuse later."""
    entries = entries_of(release)
    if not entries:
        raise ReleaseRefused([_("The release has no pages yet. Add some first.")])
    refuse_problems(entries)
    reasons = [reason for entry in entries for reason in _gate(entry)]
    if reasons:
        raise ReleaseRefused(reasons)


def _gate(entry: Entry) -> list[str]:
    revision = entry.item.revision
    try:
        if revision is not None:
            page = revision.as_object()
            page.live = True
            ensure_publishable(page)
    except ValidationError as refused:
        return list(refused.messages)
    return []
