"""What an account may grant to others: only permissions that it has itself.

Only superusers create superusers and change their accounts. Others cannot add accounts to a group
with more permissions than their own, add such permissions to a group, or change the password or
mail address of an account with more permissions.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageViewRestriction,
)

# Models through which membership of a group grants access besides its permissions.
BY_MEMBERSHIP = (PageViewRestriction, CollectionViewRestriction, GroupApprovalTask)


def may_change_account(actor: Any, account: Any) -> bool:
    return bool(actor.is_superuser or not account.is_superuser)


class Grants:
    """What `actor` may grant, with one query per kind of permission."""

    def __init__(self, actor: Any) -> None:
        self.actor = actor

    def groups(self) -> QuerySet[Group]:
        groups: QuerySet[Group] = Group.objects.order_by("name")
        if self.actor.is_superuser:
            return groups
        return groups.filter(pk__in=[group.pk for group in _with_rights() if self.covers(group)])

    def permissions(self, offered: QuerySet[Permission]) -> QuerySet[Permission]:
        if self.actor.is_superuser:
            return offered
        held = [permission.pk for permission in offered if self._holds(permission)]
        return offered.filter(pk__in=held)

    def covers(self, group: Any) -> bool:
        """Whether the actor has all permissions of the group."""
        if self.actor.is_superuser or group.pk in self._memberships:
            return True
        return (
            all(self._holds(permission) for permission in group.permissions.all())
            and all(
                self.holds_on(grant.page, grant.permission)
                for grant in group.page_permissions.all()
            )
            and all(
                self.holds_on(grant.collection, grant.permission)
                for grant in group.collection_permissions.all()
            )
            and group.pk not in self._groups_with_more
        )

    def covers_account(self, account: Any) -> bool:
        """Whether the actor has all permissions of the account."""
        if self.actor.is_superuser or account == self.actor:
            return True
        return (
            not account.is_superuser
            and all(self._holds(permission) for permission in _of_account(account))
            and all(self.covers(group) for group in _with_rights(account.groups.all()))
        )

    def holds_on(self, place: Page | Collection, permission: Permission) -> bool:
        """Whether the actor has the permission on the page or collection or an ancestor of it."""
        if self.actor.is_superuser:
            return True
        held = self._pages if isinstance(place, Page) else self._collections
        return any(key == permission.pk and place.path.startswith(path) for key, path in held)

    def _holds(self, permission: Permission) -> bool:
        name = f"{permission.content_type.app_label}.{permission.codename}"
        return bool(self.actor.has_perm(name))

    @cached_property
    def _memberships(self) -> frozenset[int]:
        return frozenset(self.actor.groups.values_list("pk", flat=True))

    @cached_property
    def _pages(self) -> list[tuple[int, str]]:
        grants = GroupPagePermission.objects.filter(group__in=self._memberships)
        return list(grants.values_list("permission_id", "page__path"))

    @cached_property
    def _collections(self) -> list[tuple[int, str]]:
        grants = GroupCollectionPermission.objects.filter(group__in=self._memberships)
        return list(grants.values_list("permission_id", "collection__path"))

    @cached_property
    def _groups_with_more(self) -> frozenset[int]:
        """Return groups with access to private pages or files, or approval tasks, that the actor
        does not have."""
        found: set[int] = set()
        for model in BY_MEMBERSHIP:
            held = model.objects.filter(groups__in=self._memberships)
            others = model.objects.filter(groups__isnull=False).exclude(pk__in=held.values("pk"))
            found.update(others.values_list("groups", flat=True))
        return frozenset(found)


def _with_rights(groups: QuerySet[Group] | None = None) -> Iterable[Any]:
    return (Group.objects.all() if groups is None else groups).prefetch_related(
        "permissions__content_type",
        "page_permissions__page",
        "page_permissions__permission",
        "collection_permissions__collection",
        "collection_permissions__permission",
    )


def _of_account(account: Any) -> QuerySet[Permission]:
    permissions: QuerySet[Permission] = account.user_permissions.select_related("content_type")
    return permissions
