"""Puts pages into the bin."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, Revision, Site, WorkflowState

from govlab.core.bin import is_in_bin
from govlab.delivery.log import marks

from ..models import BinEntry
from .keys import change_keys
from .roots import bin_root, transfer

PUT_IN_BIN = "govlab.bin.put"


def ensure_deletable(page: Page) -> None:
    """Raises ValidationError for a front page of a site: the site would be gone with it."""
    if page.is_root() or is_in_bin(page):
        raise ValidationError(_("This page cannot be deleted."))
    if Site.objects.filter(root_page__path__startswith=page.path).exists():
        raise ValidationError(
            _("This page is the front page of a site. Choose another one in “Sites” first.")
        )


@transaction.atomic
def put_in_bin(
    page: Page,
    *,
    account: Any,
    batch: UUID,
    cause: str = "",
    explanation: str = "",
    redirects: Iterable[int] = (),
    deleted_at: datetime | None = None,
) -> BinEntry:
    """Unpublish the page and all below it, and move them into the bin.

    Schedules and workflows end. Raises ValidationError. Permissions are the caller's matter.
    """
    page = Page.objects.select_for_update().select_related("locale").get(pk=page.pk)
    ensure_deletable(page)
    above = list(page.get_ancestors().order_by("-depth"))
    before = page.get_prev_sibling()
    entry = BinEntry(
        page=page,
        batch=batch,
        title=page.draft_title or page.title,
        slug=page.slug,
        locale=page.locale,
        place=[ancestor.pk for ancestor in above],
        place_title=" › ".join(item.title for item in reversed(above) if not item.is_root()),
        after=before.pk if before else None,
        redirects=list(redirects),
        cause=cause,
        explanation=explanation,
        deleted_by=account,
        deleted_at=deleted_at or timezone.now(),
    )
    branch = list(page.get_descendants(inclusive=True))
    entry.pages = len(branch)
    entry.live_revisions = {str(item.pk): item.live_revision_id for item in branch if item.live}
    keys = {item.translation_key for item in branch}
    _stop(branch, account)
    change_keys(Page.objects.filter(pk__in=[item.pk for item in branch]), entry.mask)
    transfer(page.pk, str(page.pk), bin_root(page.locale), "last-child")
    for key in keys:
        marks.mark_group(key, "page put into the bin")
    entry.save()
    data = {"cause": cause, "explanation": explanation, "pages": entry.pages}
    log(instance=page.specific, action=PUT_IN_BIN, user=account, data=data, deleted=True)
    return entry


def _stop(branch: list[Page], account: Any) -> None:
    """End what is public or would publish the pages later."""
    keys = [str(page.pk) for page in branch]
    of_pages = ContentType.objects.get_for_model(Page)
    running = WorkflowState.objects.active().filter(base_content_type=of_pages, object_id__in=keys)
    for state in running:
        state.cancel(user=account)
    for page in branch:
        # Its source's action may have unpublished an alias already.
        if Page.objects.filter(pk=page.pk, live=True).exists():
            action = UnpublishPageAction(page.specific, user=account, log_action=False)
            action.execute(skip_permission_checks=True)
    scheduled = Revision.objects.filter(base_content_type=of_pages, object_id__in=keys)
    scheduled.exclude(approved_go_live_at=None).update(approved_go_live_at=None)
