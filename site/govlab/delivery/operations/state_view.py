"""The administrator's page: how publishing is doing, and what it is that fails."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..models import Divergence, Head
from . import state

URL_NAME = "delivery_state"
PERMISSION = "delivery.see_state"
# A worker leaves a heartbeat every ten seconds by default.
WORKER_IS_AWAY_AFTER = 60.0


class StateView(WagtailAdminTemplateMixin, TemplateView):
    page_title = _("State of publishing")
    header_icon = "tasks"
    template_name = "delivery/state.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        head = Head.current()
        heartbeats = [(each, state.seconds_since(each.seen_at)) for each in state.heartbeats()]
        context: dict[str, Any] = super().get_context_data(
            head=head,
            heartbeats=[
                (each, seconds, (seconds or 0.0) > WORKER_IS_AWAY_AFTER)
                for each, seconds in heartbeats
            ],
            marks=state.marks(),
            failing_groups=state.failing_groups(),
            late=state.late(),
            check=state.check(),
            unmended=state.unmended(),
            divergences=Divergence.objects.all()[: state.SHOWN],
            consumers=state.consumer_states(head.sequence),
            **kwargs,
        )
        return context


def may_see(user: Any) -> bool:
    return bool(user.has_perm(PERMISSION))
