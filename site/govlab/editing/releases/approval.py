"""Submitting a release and approving it.

As for all actions, the caller has checked the rights. They raise ReleaseChangedError if the release
is in another state than the caller saw, and ReleaseRefused with the reasons for a refusal.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from govlab.core.publication.gate import ensure_publishable

from ..models import Release, ReleaseItem, ReleaseState
from .audit import note
from .contents import Entry, entries_of
from .pinning import pin, unpin
from .refusal import ReleaseChangedError, ReleaseRefused, refuse_problems
from .rights import may_approve_item
from .state import PINNED, lock, reconsider


@transaction.atomic
def submit(release: Release, user: Any) -> Release:
    """From now on the revisions stay as they are."""
    stored = lock(release, ReleaseState.DRAFT)
    for item in stored.items.select_related("page__locale"):
        pin(item, user)
    stored.state, stored.rejection = ReleaseState.SUBMITTED, ""
    stored.save()
    _refuse_obstacles(stored)
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
    reconsider(stored)
    note(stored, "approve", user, pages=approved)
    return stored


@transaction.atomic
def use_draft(release: Release, item: ReleaseItem, user: Any) -> None:
    """Mean the newest draft of the page, which then has to be approved."""
    stored = lock(release, *PINNED)
    pin(item, user)
    note(stored, "use_draft", user, item.page, page_id=item.page_id)
    reconsider(stored)


def _back_to_draft(release: Release) -> None:
    for item in release.items.all():
        unpin(item)
    release.state = ReleaseState.DRAFT
    release.save()


def _refuse_obstacles(release: Release) -> None:
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
