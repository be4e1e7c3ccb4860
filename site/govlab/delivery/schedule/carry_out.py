"""Does one piece of scheduled work, in one transaction with everything that belongs to it.

The schedule is cleared by the publication itself, the aliases follow in the same transaction, and
so does an expiry that came due meanwhile: readers never see what should be gone again by now.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from ..locks import wait_at_most
from ..models.scheduled import ScheduledAction
from . import failures
from .due import Work
from .reading import UnreadableRevisionError, read_revision

# Longer than any save of an editor takes; what is still locked then is tried again.
LOCK_SECONDS = 5


def carry_out(work: Work, now: datetime) -> bool:
    """Whether the work is done, or nothing is left to do; False where it is being changed just now.

    Raises ValidationError where the object may not be published, UnreadableRevisionError where its
    stored version cannot be read, and whatever else publishing raises. Nothing is changed then.
    """
    model = work.model
    if model is None:
        raise UnreadableRevisionError(
            _("The site no longer knows things of this kind."), "its model is gone"
        )
    with transaction.atomic():
        wait_at_most(LOCK_SECONDS)
        if work.action == ScheduledAction.PUBLISH:
            settled = _publish(work, model, now)
        else:
            settled = _expire_when_due(work, model, now)
        if settled:
            failures.clear(work)
    return settled


def _publish(work: Work, model: type[Any], now: datetime) -> bool:
    if not _lock(Revision, work.revision_id) or not _lock(model, work.object_id):
        return _is_gone(work, model)
    # Read again under the lock: it may have been called off, put off or published meanwhile.
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
    """Unpublishing calls off what is scheduled; the next version is to go live all the same."""
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
    """Before the page itself, whose unpublishing would take them for withdrawn by hand."""
    for alias in page.aliases.all():
        _expire_aliases(alias)
        alias.unpublish(set_expired=True, log_action=False)


def _lock(model: type[Any], pk: Any) -> bool:
    """Until the transaction ends; False where somebody else holds it, or it is gone."""
    rows = model._default_manager.select_for_update(skip_locked=True, of=("self",))
    return rows.filter(pk=pk).order_by().values_list("pk").first() is not None


def _is_gone(work: Work, model: type[Any]) -> bool:
    """Whether nothing is left to publish or expire; else somebody else has it locked."""
    revision = Revision.objects.filter(pk=work.revision_id)
    if model._default_manager.filter(pk=work.object_id).exists():
        return work.revision_id is not None and not revision.exists()
    # Deleted past Wagtail, which would have deleted its revisions too.
    revision.update(approved_go_live_at=None)
    return True
