"""Wagtail's forms for accounts and groups, limited to what the acting account may grant."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from django.forms import Form, ModelChoiceField
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.users.forms import GroupForm, UserCreationForm, UserEditForm

from .grants import Grants

SIGN_IN_FIELDS = (get_user_model().USERNAME_FIELD, "email")
PASSWORD_FIELDS = ("password1", "password2")


class GrantingForm:
    """Offers only groups that the acting account may grant; existing memberships are preserved."""

    fields: dict[str, Any]
    initial: dict[str, Any]
    instance: Any
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, actor: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.grants = Grants(actor)
        if not actor.is_superuser:
            self.fields.pop("is_superuser", None)
            self.fields["groups"].help_text = _(
                "Groups that give more rights than you have yourself are not listed."
            )
        self.fields["groups"].queryset = self.grants.groups()

    def clean_groups(self) -> list[Group]:
        chosen = list(self.cleaned_data["groups"])
        return [*chosen, *self._kept()]

    def _kept(self) -> list[Group]:
        if self.instance.pk is None:
            return []
        offered = self.fields["groups"].queryset
        return list(self.instance.groups.exclude(pk__in=offered.values("pk")))


class AccountCreationForm(GrantingForm, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        pass


class AccountEditForm(GrantingForm, UserEditForm):
    class Meta(UserEditForm.Meta):
        pass

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.grants.covers_account(self.instance):
            return
        for name in PASSWORD_FIELDS:
            self.fields.pop(name, None)
        for name in SIGN_IN_FIELDS:
            self.fields[name].disabled = True
            self.fields[name].help_text = _(
                "This account has rights that you do not have, so you may not change how it "
                "signs in."
            )

    def save(self, commit: bool = True) -> Any:
        # Wagtail's form reads the field, which may have been removed.
        self.cleaned_data.setdefault("password1", "")
        return super().save(commit)


class RightsGroupForm(GroupForm):
    """Offers only permissions that the acting account has; existing ones are preserved."""

    registered_permissions: QuerySet[Permission]

    def __init__(self, *args: Any, actor: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = self.registered_permissions.select_related("content_type")
        self.registered_permissions = Grants(actor).permissions(offered)
        self.fields["permissions"].queryset = self.registered_permissions


class RoleForm(Form):
    """The form of Wagtail's bulk action that adds accounts to a group."""

    role = ModelChoiceField(queryset=Group.objects.none())

    def __init__(self, *args: Any, actor: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].queryset = Grants(actor).groups()  # type: ignore[attr-defined]


class SignInForm(LoginForm):
    """Wagtail's, whose password field has no label of its own, and so an English one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
