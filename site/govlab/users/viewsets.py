"""Wagtail's admin views of accounts and groups, with the rules of `grants`."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from wagtail.users.views import groups, users

from .forms import AccountCreationForm, AccountEditForm, RightsGroupForm
from .grants import Grants, may_change_account


class ForActor:
    """Passes the acting account to the form."""

    request: HttpRequest

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]
        return {**kwargs, "actor": self.request.user}


class ListAccounts(users.IndexView):
    @cached_property
    def columns(self) -> list[Any]:
        """Wagtail heads the names of people with the word for names of things."""
        columns: list[Any] = super().columns
        for column in columns:
            if column.name == "name":
                column.label = pgettext_lazy("of a person", "Name")
        return columns


class CreateAccount(ForActor, users.CreateView):
    pass


class EditAccount(ForActor, users.EditView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_change_account(request.user, self.object):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


class AccountViewSet(users.UserViewSet):
    index_view_class = ListAccounts
    add_view_class = CreateAccount
    edit_view_class = EditAccount
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[Any]:
        return AccountEditForm if for_update else AccountCreationForm


class HeldRightsOnly(ForActor):
    """Validates a group's permissions on pages and collections, which are in separate panels."""

    permission_panel_forms: list[Any]
    produced_error_message: str | None

    def is_valid(self, form: Any) -> bool:
        if not super().is_valid(form):  # type: ignore[misc]
            return False
        grants = Grants(self.request.user)
        refused = [
            row
            for panel in self.permission_panel_forms
            for row in panel.forms
            if row not in panel.deleted_forms and not _may_give(grants, row)
        ]
        for row in refused:
            # Wagtail's template shows the errors of this field alone.
            place = "page" if "page" in row.fields else "collection"
            row.add_error(place, _("You may not give rights that you do not have yourself."))
        if refused:
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
        return not refused


def _may_give(grants: Grants, row: Any) -> bool:
    """Whether the row is unchanged, or the actor may grant it."""
    given = row.cleaned_data.get("permissions", ())
    place = row.cleaned_data.get("page") or row.cleaned_data.get("collection")
    before = row.initial.get("permissions", ())
    if place != (row.initial.get("page") or row.initial.get("collection")):
        before = ()
    return all(permission in before or grants.holds_on(place, permission) for permission in given)


class CreateGroup(HeldRightsOnly, groups.CreateView):
    pass


class EditGroup(HeldRightsOnly, groups.EditView):
    pass


class GroupRightsViewSet(groups.GroupViewSet):
    add_view_class = CreateGroup
    edit_view_class = EditGroup

    def get_form_class(self, for_update: bool = False) -> type[Any]:
        return RightsGroupForm
