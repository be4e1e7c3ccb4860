"""Wagtail's bulk actions on accounts, with the rules of `grants`."""

from typing import Any

from wagtail.users.views.bulk_actions import AssignRoleBulkAction, SetActiveStateBulkAction

from .forms import RoleForm
from .grants import may_change_account


class ChangeableAccounts:
    request: Any

    def check_perm(self, account: Any) -> bool:
        allowed: bool = super().check_perm(account)  # type: ignore[misc]
        return allowed and may_change_account(self.request.user, account)


class AssignRole(ChangeableAccounts, AssignRoleBulkAction):
    form_class = RoleForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "actor": self.request.user}


class SetActiveState(ChangeableAccounts, SetActiveStateBulkAction):
    pass
