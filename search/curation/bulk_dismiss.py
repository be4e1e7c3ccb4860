"""Many zero-result queries dismissed at once, after a confirmation."""

from collections.abc import Collection
from typing import Any

from django.shortcuts import get_list_or_404
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.permissions import policy_registry

from govlab.delivery.numbers import whole_number
from search.models import ZeroResultQuery, ZeroResultState

from . import zero_results
from .decision_log import decide


class BulkDismiss(BulkAction):
    display_name = _("Dismiss")
    aria_label = _("Dismiss the selected queries")
    action_type = "dismiss"
    template_name = "search/curation/confirm_dismiss.html"
    models = [ZeroResultQuery]

    @classmethod
    def get_queryset(
        cls, model: type[ZeroResultQuery], object_ids: Collection[str]
    ) -> list[ZeroResultQuery]:
        numbers = map(whole_number, object_ids)
        wanted = [number for number in numbers if number is not None]
        return get_list_or_404(zero_results.shown(), pk__in=wanted)

    def get_all_objects_in_listing_query(self, parent_id: Any) -> list[str]:
        """Only what the editor sees is dismissed: the inbox does not offer more."""
        return []

    def check_perm(self, obj: ZeroResultQuery) -> bool:
        policy = policy_registry.get_by_type(ZeroResultQuery)
        return bool(policy.user_has_permission(self.request.user, "change"))

    def get_execution_context(self) -> dict[str, Any]:
        return {"user": self.request.user}

    @classmethod
    def execute_action(
        cls, objects: list[ZeroResultQuery], user: Any = None, **kwargs: Any
    ) -> tuple[int, int]:
        return decide(objects, ZeroResultState.DISMISSED, user), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        message = ngettext(
            "%(count)d query dismissed.",
            "%(count)d queries dismissed.",
            num_parent_objects,
        )
        return message % {"count": num_parent_objects}
