"""Writes down what is to be reported, in the transaction of the change.

The receivers of approvals have the `dispatch_uid`s of Wagtail's own, which Django then does not
connect: Wagtail sends within the request, to some twice, and an unreachable server loses the mail.
System check `editing.E010` ensures it.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, TaskState, WorkflowState
from wagtail.signals import (
    page_published,
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from govlab.users.acting import acting_account

from ..models import Notification, NotificationKind, PublishedOriginal


def connect() -> None:
    for signal, receiver, sender, uid in WORKFLOW_RECEIVERS:
        signal.connect(receiver, sender=sender, dispatch_uid=uid)
    page_published.connect(_published, dispatch_uid="editing_published_original")


def approvers(task: Any) -> Iterable[Any]:
    """The active accounts that may approve, each once."""
    wanted = Q(groups__in=task.groups.all())
    if getattr(settings, "WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS", True):
        wanted |= Q(is_superuser=True)
    return get_user_model().objects.filter(wanted, is_active=True).distinct()


def _submitted(instance: TaskState, user: Any = None, **kwargs: Any) -> None:
    task, page = instance.task.specific, instance.workflow_state.content_object
    if not isinstance(task, GroupApprovalTask) or not isinstance(page, Page):
        return
    requested_by = instance.workflow_state.requested_by
    Notification.objects.bulk_create(
        [
            Notification(
                recipient=account,
                kind=NotificationKind.SUBMITTED,
                page_id=page.pk,
                task_state_id=instance.pk,
                actor=requested_by or user,
            )
            for account in approvers(task)
            if account not in (user, requested_by)
        ],
        ignore_conflicts=True,
    )


def _submitted_to_workflow(**kwargs: Any) -> None:
    """Those who may approve are told by `_submitted`."""


def _decided(kind: NotificationKind) -> Any:
    def receiver(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
        page, recipient = instance.content_object, instance.requested_by
        if not isinstance(page, Page) or recipient is None or recipient == user:
            return
        state = instance.current_task_state
        Notification.objects.create(
            recipient=recipient,
            kind=kind,
            page_id=page.pk,
            actor=user,
            reason=state.specific.get_comment() if state else "",
        )

    return receiver


_approved = _decided(NotificationKind.APPROVED)
_rejected = _decided(NotificationKind.REJECTED)

WORKFLOW_RECEIVERS = (
    (
        task_submitted,
        _submitted,
        TaskState,
        "group_approval_task_submitted_email_notification",
    ),
    (
        workflow_submitted,
        _submitted_to_workflow,
        WorkflowState,
        "workflow_state_submitted_email_notification",
    ),
    (
        workflow_rejected,
        _rejected,
        WorkflowState,
        "workflow_state_rejected_email_notification",
    ),
    (
        workflow_approved,
        _approved,
        WorkflowState,
        "workflow_state_approved_email_notification",
    ),
)


def _published(instance: Page, **kwargs: Any) -> None:
    """Only a note: who is told, the worker finds out."""
    account = acting_account()
    note = PublishedOriginal(
        page_id=instance.pk,
        actor=account if account is not None and account.is_authenticated else None,
        published_at=instance.last_published_at or timezone.now(),
    )
    PublishedOriginal.objects.bulk_create(
        [note],
        update_conflicts=True,
        unique_fields=["page_id"],
        update_fields=["actor", "published_at"],
    )
