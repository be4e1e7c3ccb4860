"""What each role may do, in both languages."""

from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import GroupPagePermission, Site, Workflow

from tests.factories import make_standard, publish, translate_page
from tests.factories.accounts import sign_in
from tests.factories.terms import make_topic

ALL = {"author", "translator", "approver-lv", "approver-en", "curator", "integrator"}
LATVIAN, ENGLISH = {"author", "approver-lv"}, {"translator", "approver-en"}


@pytest.fixture
def pages(home: Any, accounts: dict[str, Any]) -> dict[str, Any]:
    """A page in each language."""
    page = publish(make_standard(home, "Kontakti"))
    return {"lv": page, "en": publish(translate_page(page, title="Contacts"))}


def may(accounts: dict[str, Any], can: Any) -> set[str]:
    return {name for name, account in accounts.items() if can(account)}


@pytest.mark.parametrize(("language", "writers"), [("lv", LATVIAN), ("en", ENGLISH)])
def test_pages(
    accounts: dict[str, Any], pages: dict[str, Any], language: str, writers: set[str]
) -> None:
    page = pages[language]

    def rights(account: Any) -> Any:
        return page.permissions_for_user(account)

    everywhere = {"administrator"}
    approvers = {f"approver-{language}"} | everywhere
    assert may(accounts, lambda account: rights(account).can_edit()) == writers | everywhere
    assert may(accounts, lambda account: rights(account).can_add_subpage()) == writers | everywhere
    assert may(accounts, lambda account: rights(account).can_publish()) == approvers
    assert may(accounts, lambda account: rights(account).can_unpublish()) == approvers
    assert may(accounts, lambda account: rights(account).can_lock()) == approvers


@pytest.mark.parametrize(("language", "writers"), [("lv", LATVIAN), ("en", ENGLISH)])
def test_terms_are_written_in_ones_own_language(
    accounts: dict[str, Any], pages: dict[str, Any], language: str, writers: set[str]
) -> None:
    topic = make_topic(locale=pages[language].locale)
    add = reverse("wagtailsnippets_core_topic:add") + f"?locale={language}"
    edit = reverse("wagtailsnippets_core_topic:edit", args=[topic.pk])

    def opens(account: Any, address: str) -> bool:
        return sign_in(account).get(address).status_code == 200

    assert may(accounts, lambda account: opens(account, add)) == writers | {"administrator"}
    assert may(accounts, lambda account: opens(account, edit)) == writers | {"administrator"}


@pytest.mark.parametrize(
    ("name", "roles"),
    [
        ("wagtaildocs:add", ALL - {"curator", "integrator"}),
        ("wagtailimages:add", ALL - {"curator", "integrator"}),
        ("wagtailusers_users:index", set()),
        ("wagtailusers_groups:index", set()),
        ("wagtailredirects:index", set()),
        ("wagtailadmin_workflows:index", set()),
        ("wagtailsites:index", set()),
        ("wagtaillocales:index", set()),
        ("delivery_state", {"integrator"}),
    ],
)
def test_what_else(accounts: dict[str, Any], name: str, roles: set[str]) -> None:
    def opens(account: Any) -> bool:
        return sign_in(account).get(reverse(name)).status_code == 200

    assert may(accounts, opens) == roles | {"administrator"}


def test_what_is_submitted_waits_for_the_approvers_of_its_language(
    accounts: dict[str, Any], pages: dict[str, Any]
) -> None:
    for language, writer in (("lv", "author"), ("en", "translator")):
        page = pages[language].specific
        page.save_revision()
        workflow = page.get_workflow()
        workflow.start(page, accounts[writer])
        task = page.current_workflow_task
        waiting = may(
            accounts, lambda account, page=page, task=task: bool(task.get_actions(page, account))
        )
        assert waiting == {f"approver-{language}", "administrator"}


def test_administrators_appoint_everybody(accounts: dict[str, Any]) -> None:
    client = sign_in(accounts["administrator"])
    form = client.get(reverse("wagtailusers_users:add")).context["form"]
    assert set(form.fields["groups"].queryset) >= set(Group.objects.filter(user__isnull=False))
    assert "is_superuser" not in form.fields
    assert client.get(reverse("wagtailadmin_collections:add")).status_code == 200


def test_a_translator_starts_from_the_report(
    accounts: dict[str, Any], home: Any, pages: dict[str, Any]
) -> None:
    page = publish(make_standard(home, "Tikai latviski"))
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])

    def offers(account: Any) -> bool:
        response = sign_in(account).get(reverse("govlab_translation_report"))
        return address in response.content.decode()

    starters = {"translator", "approver-en", "administrator"}
    assert may(accounts, offers) == starters
    opened = may(accounts, lambda account: sign_in(account).get(address).status_code == 200)
    assert opened == starters


def test_creating_again_changes_nothing(accounts: dict[str, Any]) -> None:
    group = Group.objects.get(name="Autori: latviešu")
    group.permissions.clear()
    GroupPagePermission.objects.filter(group=group).delete()
    before = Group.objects.count(), Workflow.objects.count()
    output = StringIO()
    call_command("create_roles", stdout=output)
    assert (Group.objects.count(), Workflow.objects.count()) == before
    assert not group.permissions.exists()
    assert output.getvalue().count("there already") == len(accounts)


def test_an_upgraded_site_gives_its_groups_the_new_permissions(accounts: dict[str, Any]) -> None:
    """Each group gets what its role has and it lacks; what it has beyond that stays."""
    administrators, authors = (
        Group.objects.get(name=name) for name in ("Administratori", "Autori: latviešu")
    )
    wanted = {group.pk: set(group.permissions.all()) for group in (administrators, authors)}
    for group in (administrators, authors):
        group.permissions.remove(*group.permissions.filter(content_type__app_label="editing"))
    own = Permission.objects.get(codename="see_state")
    authors.permissions.add(own)
    GroupPagePermission.objects.filter(group=authors).delete()

    first, second = StringIO(), StringIO()
    call_command("create_roles", "--add-permissions", stdout=first)
    assert set(administrators.permissions.all()) == wanted[administrators.pk]
    assert set(authors.permissions.all()) == wanted[authors.pk] | {own}
    assert not GroupPagePermission.objects.filter(group=authors).exists()
    assert "editing.empty_bin" in first.getvalue()

    call_command("create_roles", "--add-permissions", stdout=second)
    assert second.getvalue().count("there already") == len(accounts)


@pytest.mark.django_db
def test_without_a_front_page_it_says_what_to_do() -> None:
    Site.objects.all().delete()
    with pytest.raises(CommandError, match="load_starting_content"):
        call_command("create_roles")
