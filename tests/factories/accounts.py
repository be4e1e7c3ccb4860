"""Groups with rights on pages, collections and models, and accounts in them."""

from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

_numbers = count(1)

ENTER = "wagtailadmin.access_admin"


def _permission(name: str) -> Permission:
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


def make_group(
    *permissions: str,
    name: str | None = None,
    pages: Mapping[Page, Iterable[str]] | None = None,
    collections: Mapping[Collection, Iterable[str]] | None = None,
) -> Group:
    """`permissions` and those of collections are named `app_label.codename`, a page's by action."""
    group = Group.objects.create(name=name or f"Grupa {next(_numbers)}")
    group.permissions.set([_permission(permission) for permission in permissions])
    for page, actions in (pages or {}).items():
        for action in actions:
            GroupPagePermission.objects.create(
                group=group, page=page, permission=_permission(f"wagtailcore.{action}_page")
            )
    for collection, names in (collections or {}).items():
        for permission in names:
            GroupCollectionPermission.objects.create(
                group=group, collection=collection, permission=_permission(permission)
            )
    return group


def make_account(*groups: Group, **fields: Any) -> Any:
    number = next(_numbers)
    fields = {
        "email": f"konts-{number}@example.lv",
        "first_name": "Ilze",
        "last_name": "Ozola",
    } | fields
    account = get_user_model().objects.create_user(f"persona-{number}", **fields)
    account.groups.set(groups)
    return account


def make_editor(page: Page) -> Any:
    """An account that adds and edits below the page."""
    return make_account(make_group(ENTER, pages={page: ("add", "change")}))


def sign_in(account: Any) -> Client:
    client = Client()
    client.force_login(account)
    return client
