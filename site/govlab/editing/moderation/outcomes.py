"""What became of a page that was approved or sent back."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.templatetags.wagtailadmin_tags import user_display_name
from wagtail.models import Page, TaskState, WorkflowState


def tell_outcome(request: HttpRequest, page: Page, action: str, state: WorkflowState) -> None:
    """Add the message, after the action."""
    page = Page.objects.get(pk=page.pk)
    state.refresh_from_db()
    messages.success(request, _outcome(page, action, state))


def _outcome(page: Page, action: str, state: WorkflowState) -> str:
    values = {"title": page.get_admin_display_title()}
    if action == "reject":
        author = state.requested_by
        if author is None:
            return _("“%(title)s” is sent back.") % values
        values["name"] = user_display_name(author)
        return _("“%(title)s” is sent back to %(name)s.") % values
    if state.status == WorkflowState.STATUS_APPROVED:
        if page.live and not page.has_unpublished_changes:
            return _("“%(title)s” is approved and published.") % values
        return _("“%(title)s” is approved.") % values
    task: TaskState | None = state.current_task_state
    values["task"] = task.task.name if task else ""
    return _("“%(title)s” is approved, and waits for the next stage: %(task)s.") % values
