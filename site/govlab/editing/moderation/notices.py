"""What an editor of a page shows about its approval: why it was sent back, or that it waits."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.models import WorkflowState


@dataclass(frozen=True)
class ApprovalNotice:
    was_rejected: bool
    # Who rejected or submitted it; empty if the account is gone.
    name: str
    time: datetime | None
    reason: str = ""


def approval_notice(page: Any) -> ApprovalNotice | None:
    """Until a rejected page is submitted again, and while a submitted one waits."""
    state: WorkflowState | None = page.current_workflow_state
    if state is None or state.current_task_state is None:
        return None
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        task = state.current_task_state
        return ApprovalNotice(True, _name(task.finished_by), task.finished_at, task.comment)
    return ApprovalNotice(False, _name(state.requested_by), state.current_task_state.started_at)


def _name(account: Any) -> str:
    return str(user_display_name(account)) if account is not None else ""
