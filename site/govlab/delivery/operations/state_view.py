"""The report on the state of publishing, for administrators."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from ..admin_report import AdminReport
from ..models import Divergence, Head
from . import state

PERMISSION = "delivery.see_state"
# In seconds; workers have a heartbeat every ten seconds by default.
WORKER_IS_AWAY_AFTER = 60.0


class StateView(AdminReport):
    page_title = _("State of publishing")
    header_icon = "tasks"
    url_name = "delivery_state"
    slug = "publishing"
    template_name = "delivery/state.html"

    @staticmethod
    def may_see(user: Any) -> bool:
        return bool(user.has_perm(PERMISSION))

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
            open_differences=state.open_differences(),
            divergences=Divergence.objects.all()[: state.SHOWN],
            consumers=state.consumer_states(head.sequence),
            **kwargs,
        )
        return context
