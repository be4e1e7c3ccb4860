"""Nobody, not even a superuser, has permissions on pages in the bin: the bin has views of its own.

Wagtail's lists, choosers, reports and its own API take their pages from this policy.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from govlab.core.bin import is_in_bin, outside_bin


class OutsideBinPolicy(PagePermissionPolicy):
    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Page
    ) -> bool:
        if is_in_bin(instance):
            return False
        return bool(super().user_has_any_permission_for_instance(user, actions, instance))

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Page]:
        return outside_bin(super().instances_user_has_any_permission_for(user, actions))

    def explorable_instances(self, user: Any) -> QuerySet[Page]:
        return outside_bin(super().explorable_instances(user))


def register() -> None:
    register_permission_policy(Page, OutsideBinPolicy(Page))
