"""Publishes a release: all of its pages in one transaction, or none."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from govlab.delivery.log import marks
from govlab.delivery.schedule.reading import UnreadableRevisionError, read_revision

from ..models import Release, ReleaseItem, ReleaseState
from . import counterparts
from .approval import approve, submit
from .audit import note, note_page
from .contents import Entry, entries_of
from .refusal import ReleaseRefused, refuse_problems
from .state import lock


@transaction.atomic
def publish(release: Release, user: Any) -> Release:
    """Publish an approved release. `user` is None for the schedule.

    Raises ReleaseRefused with the reasons of all its pages, and ReleaseChangedError.
    """
    stored = lock(release, ReleaseState.APPROVED)
    # In one order for all, so that two releases never wait for each other.
    pages = [pk for pk in stored.items.values_list("page", flat=True) if pk]
    list(Page.objects.select_for_update().filter(pk__in=pages).order_by("pk").values_list("pk"))
    entries = entries_of(stored)
    refuse_problems(entries)
    if not entries or not all(entry.is_approved for entry in entries):
        raise ReleaseRefused([_("The release is not approved yet.")])
    refused: list[str] = []
    changed = counterparts.changed(entries)
    with marks.together(f"release {stored.pk}"):
        for entry in entries:
            refused += _publish(entry, user)
        if not refused:
            counterparts.settle(changed, user)
    if refused:
        raise ReleaseRefused(refused)
    stored.state, stored.published_at = ReleaseState.PUBLISHED, timezone.now()
    stored.save()
    stored.items.update(is_open=False)
    note(stored, "publish", user)
    return stored


@transaction.atomic
def approve_and_publish(release: Release, user: Any, seen: Iterable[ReleaseItem]) -> Release:
    """For an account that may publish every page: its publication is the approval.

    `seen` are the items of a submitted release as the user saw them.
    """
    was_draft = release.state == ReleaseState.DRAFT
    if was_draft:
        release = submit(release, user)
    if release.state == ReleaseState.SUBMITTED:
        release = approve(release, user, release.items.all() if was_draft else seen)
    return publish(release, user)


def _publish(entry: Entry, user: Any) -> list[str]:
    """Return the reasons for a refusal. Its own savepoint, so that all refusals are found."""
    item = entry.item
    try:
        with transaction.atomic():
            revision, _instance = read_revision(int(item.revision_id or 0))
            _publish_revision(revision, user or item.approved_by, scheduled=user is None)
            if entry.page:
                note_page(item.release, "publish", user or item.approved_by, entry.page)
    except UnreadableRevisionError as error:
        return [_("“%(page)s”: %(reason)s") % {"page": entry.title, "reason": error.reason}]
    except ValidationError as refused:
        return list(refused.messages)
    return []


def _publish_revision(revision: Revision, user: Any, *, scheduled: bool) -> None:
    revision.publish(user=user, log_action="wagtail.publish.scheduled" if scheduled else True)
