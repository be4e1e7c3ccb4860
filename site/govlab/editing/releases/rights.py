"""Who may do what with a release. Everything follows from the rights on its pages.

| action | permission |
|---|---|
| see releases, create one | to add, change or publish any page |
| add or remove a page, take its newer draft | to edit the page, which is not locked |
| change, submit or withdraw | to edit one of its pages, or having created it |
| approve or send back | to publish one of its pages; only those are approved |
| publish, change the time after the submission | to publish every one of its pages |
| delete | to change it, and if it was submitted, to publish every one of its pages |
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import policy_registry

from ..models import Release, ReleaseItem, ReleaseState
from ..translation.rights import may_change, may_publish
from ..visibility import may_explore
from .contents import is_deleted


def may_see_releases(account: Any) -> bool:
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission(account, ["add", "change", "publish"]))


def may_add(account: Any, page: Page) -> bool:
    """Aliases follow their originals."""
    return not page.alias_of_id and page.depth > 1 and may_change(account, page)


def may_approve_item(account: Any, item: ReleaseItem) -> bool:
    return item.page is not None and may_publish(account, item.page)


class ReleaseRights:
    """The rights of one account on one release, whose items were fetched with their pages."""

    def __init__(self, account: Any, release: Release, items: Iterable[ReleaseItem]) -> None:
        self.release = release
        items = list(items)
        self.editable = {item.pk for item in items if item.page and may_change(account, item.page)}
        self.publishable = {item.pk for item in items if may_approve_item(account, item)}
        present = {item.pk for item in items if item.page}
        self.may_publish_all = bool(present) and present <= self.publishable
        self._is_own = release.created_by_id == account.pk or bool(account.is_superuser)

    @property
    def may_change(self) -> bool:
        if not self.release.is_open:
            return False
        return self._is_own or bool(self.editable) or self.may_publish_all

    @property
    def may_set_time(self) -> bool:
        if self.release.state == ReleaseState.DRAFT:
            return self.may_change
        return self.release.is_open and self.may_publish_all

    @property
    def may_delete(self) -> bool:
        if self.release.state == ReleaseState.DRAFT:
            return self.may_change
        return self.release.is_open and self.may_publish_all

    def may_remove(self, item: ReleaseItem) -> bool:
        """An item whose page was deleted may be removed by who may change the release."""
        return self.may_change and (is_deleted(item) or item.pk in self.editable)


class ReleasePermissionPolicy(BasePermissionPolicy):
    """For what Wagtail and the schedule's report ask about releases."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return may_see_releases(user)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return may_see_releases(user)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        items = list(instance.items.select_related("page__locale"))
        rights = ReleaseRights(user, instance, items)
        if action == "publish" or rights.may_publish_all:
            return rights.may_publish_all
        # The reasons why it is late name its pages.
        return rights.may_change and all(
            item.page is None or may_explore(user, item.page) for item in items
        )

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Any
    ) -> bool:
        return any(
            self.user_has_permission_for_instance(user, action, instance) for action in actions
        )

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        releases = Release.objects.all()
        return releases if may_see_releases(user) else releases.none()
