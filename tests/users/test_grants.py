"""Nobody gives themselves or others a right that they do not hold."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupApprovalTask, PageViewRestriction

from govlab.users.grants import Grants
from tests.factories import make_standard
from tests.factories.accounts import ENTER, make_account, make_group

pytestmark = pytest.mark.django_db

MANAGE = (
    "users.add_user",
    "users.change_user",
    "users.delete_user",
    "auth.add_group",
    "auth.change_group",
)
User = get_user_model()


@pytest.fixture
def manager(home: Any) -> Any:
    return make_account(make_group(ENTER, *MANAGE, pages={home: ("add", "change")}))


@pytest.fixture
def manager_client(manager: Any) -> Client:
    client = Client()
    client.force_login(manager)
    return client


def fields(account: Any, **changed: Any) -> dict[str, Any]:
    kept = {
        "username": account.username,
        "email": account.email,
        "first_name": account.first_name,
        "last_name": account.last_name,
        "is_active": "on",
        "groups": [group.pk for group in account.groups.all()],
    }
    return kept | changed


def save(client: Client, account: Any, **changed: Any) -> Any:
    client.post(reverse("wagtailusers_users:edit", args=[account.pk]), fields(account, **changed))
    return User.objects.get(pk=account.pk)


def groups_of(account: Any) -> set[Group]:
    return set(account.groups.all())


class TestSuperusers:
    def test_are_made_by_superusers_only(
        self, manager_client: Client, editor_client: Client, manager: Any
    ) -> None:
        other = make_account()
        for account in (manager, other):
            assert not save(manager_client, account, is_superuser="on").is_superuser
        new = fields(other, username="jauns", is_superuser="on")
        new |= {"password1": "Gara-parole-1", "password2": "Gara-parole-1"}
        manager_client.post(reverse("wagtailusers_users:add"), new)
        assert not User.objects.get(username="jauns").is_superuser
        assert save(editor_client, other, is_superuser="on").is_superuser

    def test_are_changed_by_superusers_only(
        self, manager_client: Client, editor_client: Client
    ) -> None:
        boss = make_account(is_superuser=True)
        assert save(manager_client, boss, email="other@example.lv").email == boss.email
        for action in ("assign_role", "set_active_state", "delete"):
            address = reverse("wagtail_bulk_action", args=["users", "user", action])
            group = make_group(ENTER)
            answers = {"role": group.pk, "mark_as_active": "False"}
            manager_client.post(f"{address}?id={boss.pk}", answers)
        boss.refresh_from_db()
        assert boss.is_active
        assert groups_of(boss) == set()
        assert save(editor_client, boss, email="other@example.lv").email == "other@example.lv"

    def test_are_not_overwritten_by_way_of_a_copy(self, manager_client: Client) -> None:
        boss = make_account(is_superuser=True)
        manager_client.post(f"/admin/users/copy/{boss.pk}/", fields(boss, email="x@example.lv"))
        assert User.objects.get(pk=boss.pk).email == boss.email


class TestGroups:
    """Whatever a group gives, only who holds it puts somebody in."""

    def test_that_give_no_more_are_given(self, manager_client: Client, home: Any) -> None:
        below = make_standard(home)
        group = make_group(ENTER, "users.add_user", pages={below: ("change",)})
        account = make_account()
        assert groups_of(save(manager_client, account, groups=[group.pk])) == {group}

    @pytest.mark.parametrize(
        "kind", ["permission", "page", "above", "collection", "read", "approve"]
    )
    def test_that_give_more_are_not(
        self, manager_client: Client, manager: Any, home: Any, kind: str
    ) -> None:
        group = make_group(ENTER)
        if kind == "permission":
            group = make_group("core.add_topic")
        if kind == "page":
            group = make_group(pages={home: ("publish",)})
        if kind == "above":
            group = make_group(pages={home.get_parent(): ("change",)})
        if kind == "collection":
            rights = {Collection.get_first_root_node(): ("wagtaildocs.choose_document",)}
            group = make_group(collections=rights)
        if kind == "read":
            restriction = PageViewRestriction.objects.create(page=home, restriction_type="groups")
            restriction.groups.add(group)
        if kind == "approve":
            GroupApprovalTask.objects.create(name="Apstiprināšana").groups.add(group)
        assert group not in set(Grants(manager).groups())
        for account in (manager, make_account()):
            assert group not in groups_of(save(manager_client, account, groups=[group.pk]))
            address = reverse("wagtail_bulk_action", args=["users", "user", "assign_role"])
            manager_client.post(f"{address}?id={account.pk}", {"role": group.pk})
            assert group not in groups_of(account)

    def test_stay_with_an_account_that_is_saved(self, manager_client: Client, home: Any) -> None:
        group = make_group(pages={home: ("publish",)})
        other = make_group(ENTER)
        account = save(manager_client, make_account(group), groups=[other.pk], first_name="Anna")
        assert (groups_of(account), account.first_name) == ({group, other}, "Anna")


class TestTakingOver:
    """An account with more rights is not entered by way of its password or address."""

    def changed(self, client: Client, account: Any) -> Any:
        return save(
            client,
            account,
            email="mine@example.lv",
            username="mine",
            password1="Gara-parole-1",
            password2="Gara-parole-1",
        )

    def test_of_one_with_more_rights(self, manager_client: Client, home: Any) -> None:
        account = make_account(make_group(pages={home: ("publish",)}))
        saved = self.changed(manager_client, account)
        assert (saved.email, saved.username) == (account.email, account.username)
        assert saved.password == account.password

    def test_of_one_with_no_more(self, manager_client: Client, home: Any) -> None:
        account = make_account(make_group(pages={home: ("change",)}))
        saved = self.changed(manager_client, account)
        assert (saved.email, saved.username) == ("mine@example.lv", "mine")
        assert saved.check_password("Gara-parole-1")


class TestAGroup:
    def post(self, client: Client, group: Group, **changed: Any) -> Any:
        empty = {
            f"{prefix}-{key}": 0
            for prefix in (
                "page_permissions",
                "collection_permissions",
                "document_permissions",
                "image_permissions",
            )
            for key in ("INITIAL_FORMS", "MIN_NUM_FORMS", "TOTAL_FORMS")
        }
        address = reverse("wagtailusers_groups:edit", args=[group.pk])
        return client.post(address, {**empty, "name": group.name, **changed})

    def page_rights(self, page: Any, *actions: str) -> dict[str, Any]:
        return {
            "page_permissions-TOTAL_FORMS": 1,
            "page_permissions-0-page": page.pk,
            "page_permissions-0-permissions": [f"{action}_page" for action in actions],
        }

    def permission(self, name: str) -> int:
        return int(make_group(name).permissions.get().pk)

    def test_gets_permissions_that_the_manager_holds(self, manager_client: Client) -> None:
        group = make_group("core.add_topic")
        wanted = [self.permission(ENTER), self.permission("core.delete_topic")]
        self.post(manager_client, group, permissions=wanted)
        assert set(group.permissions.values_list("codename", flat=True)) == {"add_topic"}
        self.post(manager_client, group, permissions=wanted[:1])
        codenames = group.permissions.values_list("codename", flat=True)
        assert set(codenames) == {"add_topic", "access_admin"}

    def test_gets_rights_on_pages_that_the_manager_holds(
        self, manager_client: Client, home: Any
    ) -> None:
        group = make_group()
        for page, actions in ((home, ("publish",)), (home.get_parent(), ("change",))):
            response = self.post(manager_client, group, **self.page_rights(page, *actions))
            assert response.status_code == 200
            assert "kuru jums pašiem nav" in response.content.decode()
            assert not group.page_permissions.exists()
        self.post(manager_client, group, **self.page_rights(make_standard(home), "change"))
        assert group.page_permissions.count() == 1

    def test_keeps_the_rights_on_pages_that_it_has(self, manager_client: Client, home: Any) -> None:
        group = make_group(pages={home: ("publish",)})
        rights = self.page_rights(home, "publish", "change")
        rights["page_permissions-INITIAL_FORMS"] = 1
        self.post(manager_client, group, **rights)
        codenames = group.page_permissions.values_list("permission__codename", flat=True)
        assert set(codenames) == {"publish_page", "change_page"}
