"""Permissions on zero-result queries: users who may add synonyms may view and change their state.
Nobody may add or edit queries."""

from collections.abc import Iterable
from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy

from search.models import SearchSynonym, ZeroResultQuery

DECIDING = frozenset({"view", "change"})


class InboxPermissionPolicy(ModelPermissionPolicy):
    def __init__(self) -> None:
        super().__init__(ZeroResultQuery, auth_model=SearchSynonym)

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in DECIDING and super().user_has_permission(user, "add")

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions: Iterable[str]) -> Any:
        return super().users_with_any_permission({"add"} if DECIDING & set(actions) else set())
