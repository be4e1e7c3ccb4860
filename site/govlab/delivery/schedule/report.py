"""The report of late work, with actions for editors."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry

from ..admin_report import AdminReport
from ..models import ScheduledFailure
from .late import LateWork, late_for, late_work


class LateWorkView(AdminReport):
    page_title = gettext_lazy("Late publications")
    header_icon = "calendar-alt"
    url_name = "delivery_late_work"
    slug = "late-publications"
    template_name = "delivery/late_work.html"

    @staticmethod
    def may_see(user: Any) -> bool:
        policy = policy_registry.get_by_type(Page)
        return bool(policy.user_has_any_permission(user, ["change", "publish"]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        late = late_for(user, timezone.now())
        rows = [(each, each.is_for(user, "publish")) for each in late]
        context: dict[str, Any] = super().get_context_data(rows=rows, **kwargs)
        return context

    def post(self, request: HttpRequest) -> HttpResponse:
        late = _found(request)
        if late is None:
            messages.info(
                request, _("It is no longer late, or you do not have permission to change it.")
            )
        elif request.POST.get("do") == "cancel" and late.work.revision_id:
            _cancel(late, request.user)
            messages.success(request, _("“%s” is no longer scheduled.") % late.title)
        else:
            if late.failure:
                failure = ScheduledFailure.objects.filter(pk=late.failure.pk)
                failure.update(next_try_at=timezone.now())
            messages.success(request, _("“%s” will be retried in a few seconds.") % late.title)
        return redirect(self.url_name)


def _found(request: HttpRequest) -> LateWork | None:
    for late in late_work(timezone.now()):
        if late.key == request.POST.get("work") and late.is_for(request.user, "publish"):
            return late
    return None


def _cancel(late: LateWork, user: Any) -> None:
    """Cancel the schedule like Wagtail's view, but without reading the revision's content."""
    revision = Revision.objects.filter(pk=late.work.revision_id).defer("content")
    created_at = revision.values_list("created_at", flat=True).first()
    if not revision.update(approved_go_live_at=None) or late.instance is None:
        return
    data = {
        "id": late.work.revision_id,
        "created": created_at,
        "go_live_at": late.work.due_at,
        "has_live_version": late.instance.live,
    }
    log(
        instance=late.instance, action="wagtail.schedule.cancel", user=user, data={"revision": data}
    )
