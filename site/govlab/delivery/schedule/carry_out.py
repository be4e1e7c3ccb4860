"""Carries out one scheduled publication or expiry, in one transaction.

The publication itself clears the schedule. Aliases and an expiry that has become due are part of
the same transaction, so readers never see a page that should already have expired.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from ..locks import wait_at_most
from ..models.scheduled import ScheduledAction
from . import failures, kinds
from .due import Work
from .reading import UnreadableRevisionError, read_revision

# Longer than an editor's save takes; work that is still locked then is retried.
LOCK_SECONDS = 5


def carry_out(work: Work, now: datetime) -> bool:
    """Return True if the work is done or obsolete, False if the object is locked by others.

    Raises ValidationError if the object may not be published, UnreadableRevisionError if its
    revision cannot be read, and any other exception of publishing. The transaction is rolled back.
    """
    model = work.model
    if model is None:
        raise UnreadableRevisionError(
            _("The site no longer supports this type of content."), "its model is gone"
        )
    with transaction.atomic():
        wait_at_most(LOCK_SECONDS)
        if kind := kinds.kind_of(model):
            settled = kind.carry_out(int(work.object_id), now)
        elif work.action == ScheduledAction.PUBLISH:
            settled = _publish(work, model, now)
        else:
            settled = _expire_when_due(work, model, now)
        if settled:
            failures.clear(work)
    return settled


def _publish(work: Work, model: type[Any], now: datetime) -> bool:
    if not _lock(Revision, work.revision_id) or not _lock(model, work.object_id):
        return _is_gone(work, model)
    # Read again under the lock: it may have been cancelled, rescheduled or published.
    scheduled = Revision.objects.filter(pk=work.revision_id, approved_go_live_at__lte=now)
    if not scheduled.exists():
        return True
    revision, instance = read_revision(int(work.revision_id or 0))
    if instance.go_live_at and instance.go_live_at > now:
        scheduled.update(approved_go_live_at=instance.go_live_at)
        return True
    revision.publish(log_action="wagtail.publish.scheduled")
    _expire_when_due(work, model, now)
    return True


def _expire_when_due(work: Work, model: type[Any], now: datetime) -> bool:
    if not _lock(model, work.object_id):
        return _is_gone(work, model)
    instance = model._default_manager.filter(
        pk=work.object_id, live=True, expire_at__lte=now
    ).first()
    if instance:
        _expire(instance)
    return True


def _expire(instance: Any) -> None:
    """Wagtail's unpublishing cancels scheduled revisions, so restore their schedule."""
    scheduled = list(
        instance.revisions.filter(approved_go_live_at__isnull=False).values_list(
            "pk", "approved_go_live_at"
        )
    )
    if isinstance(instance, Page):
        _expire_aliases(instance)
    instance.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    for pk, moment in scheduled:
        Revision.objects.filter(pk=pk).update(approved_go_live_at=moment)


def _expire_aliases(page: Page) -> None:
    """Expire aliases before the page, whose `unpublish` would not set `expired` on them."""
    for alias in page.aliases.all():
        _expire_aliases(alias)
        alias.unpublish(set_expired=True, log_action=False)


def _lock(model: type[Any], pk: Any) -> bool:
    """Lock the row until the transaction ends. Returns False if it is locked or deleted."""
    rows = model._default_manager.select_for_update(skip_locked=True, of=("self",))
    return rows.filter(pk=pk).order_by().values_list("pk").first() is not None


def _is_gone(work: Work, model: type[Any]) -> bool:
    """Whether the object or the revision was deleted; otherwise it is locked."""
    revision = Revision.objects.filter(pk=work.revision_id)
    if model._default_manager.filter(pk=work.object_id).exists():
        return work.revision_id is not None and not revision.exists()
    # The object was deleted without Wagtail, which deletes revisions too.
    revision.update(approved_go_live_at=None)
    return True
