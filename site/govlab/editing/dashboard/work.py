"""An account's own drafts, what it is to approve, and what is scheduled.

Each list takes a fixed number of queries.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import (
    Page,
    Revision,
    TaskState,
    WorkflowState,
    get_default_page_content_type,
)

from govlab.core.bin import outside_bin

from ..visibility import explorable_pages


@dataclass(frozen=True)
class Row:
    title: str
    url: str
    language: str
    status: str | Promise
    since: datetime | None
    # Who submitted or scheduled it.
    person: str = ""


DRAFT = _("Draft")
CHANGED = _("Unpublished changes")
SUBMITTED = _("Waiting for approval")
REJECTED = _("Changes requested")
TO_PUBLISH = _("Will be published")
TO_EXPIRE = _("Will be unpublished")


def my_drafts(account: Any) -> list[Row]:
    """Pages that are not published as saved, and that the account saved last or submitted, the
    newest first: whoever sends a page back saves it too. Scheduled ones are finished, and not
    among them."""
    submitted = _unfinished().filter(requested_by=account).values_list("object_id", flat=True)
    pages = (
        outside_bin(Page.objects.all())
        .filter(
            Q(latest_revision__user=account) | Q(pk__in=[int(key) for key in submitted]),
            has_unpublished_changes=True,
            latest_revision__approved_go_live_at=None,
            alias_of=None,
            pk__in=explorable_pages(account).values("pk"),
        )
        .select_related("locale")
        .order_by("-latest_revision_created_at", "pk")
    )
    found = list(pages)
    approvals = {
        int(key): status
        for key, status in _unfinished()
        .filter(object_id__in=[str(page.pk) for page in found])
        .values_list("object_id", "status")
    }
    return [
        _row(page, _draft_status(page, approvals.get(page.pk)), page.latest_revision_created_at)
        for page in found
    ]


def approvals(account: Any) -> list[Row]:
    """What waits for the account's approval, the longest waiting first."""
    states = list(
        TaskState.objects.reviewable_by(account)
        .filter(workflow_state__base_content_type=get_default_page_content_type())
        .select_related("workflow_state__requested_by")
        .order_by("started_at", "pk")
    )
    pages = _pages(int(state.workflow_state.object_id) for state in states)
    return [
        _row(
            page,
            SUBMITTED,
            state.started_at,
            person=_name(state.workflow_state.requested_by),
        )
        for state in states
        if (page := pages.get(int(state.workflow_state.object_id)))
    ]


def scheduled(account: Any) -> list[Row]:
    """Publications and expiries to come of pages that the account edits, the next first."""
    own = explorable_pages(account).values("pk")
    revisions = list(
        Revision.objects.filter(
            approved_go_live_at__isnull=False, base_content_type=get_default_page_content_type()
        )
        .defer("content")
        .select_related("user")
    )
    to_publish = _pages((int(revision.object_id) for revision in revisions), own)
    to_expire = outside_bin(Page.objects.all()).filter(
        live=True, expire_at__isnull=False, pk__in=own
    )
    rows = [
        _row(page, TO_PUBLISH, revision.approved_go_live_at, person=_name(revision.user))
        for revision in revisions
        if (page := to_publish.get(int(revision.object_id)))
    ]
    rows += [_row(page, TO_EXPIRE, page.expire_at) for page in to_expire.select_related("locale")]
    return sorted(rows, key=lambda row: (row.since is None, row.since))


def _unfinished() -> Any:
    return WorkflowState.objects.active().filter(base_content_type=get_default_page_content_type())


def _pages(keys: Iterable[int], within: Any = None) -> dict[int, Page]:
    pages = outside_bin(Page.objects.filter(pk__in=list(keys))).select_related("locale")
    if within is not None:
        pages = pages.filter(Q(pk__in=within))
    return {page.pk: page for page in pages}


def _row(page: Page, status: Any, since: datetime | None, person: str = "") -> Row:
    return Row(
        title=page.draft_title,
        url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        language=str(page.locale.get_display_name()),
        status=status,
        since=since,
        person=person,
    )


def _draft_status(page: Page, approval: str | None) -> str | Promise:
    if approval == WorkflowState.STATUS_IN_PROGRESS:
        return SUBMITTED
    if approval == WorkflowState.STATUS_NEEDS_CHANGES:
        return REJECTED
    return CHANGED if page.live else DRAFT


def _name(account: Any) -> str:
    return str(get_user_display_name(account)) if account else ""
