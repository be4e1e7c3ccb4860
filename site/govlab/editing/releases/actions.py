"""Making and changing a release. Each action is one transaction, and logged.

The caller has checked the rights (`rights`). Actions raise ReleaseChangedError if the release is in
another state than the caller saw, and ReleaseRefused with the reasons for a refusal.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from ..models import Release, ReleaseItem
from ..models.release import Timing
from .audit import note
from .pinning import pin
from .refusal import ReleaseChangedError, ReleaseRefused
from .state import OPEN, PINNED, lock, reconsider


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
    reconsider(stored)
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
    reconsider(stored)


@transaction.atomic
def delete(release: Release, user: Any) -> None:
    """The pages and their drafts stay."""
    stored = lock(release, *OPEN)
    note(stored, "delete", user)
    stored.delete()
