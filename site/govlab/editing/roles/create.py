"""Creates the groups of the roles, and a workflow of approval for each language.

A group or workflow that is there already is left as it is: whoever administers the site may have
changed it on purpose. Permissions that a newer version knows are added on request only.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from .definitions import ADMINISTRATOR, ENTER, ROLES, Role


@dataclass(frozen=True)
class Created:
    role: Role
    # Language code; empty for a role that is not of one language.
    language: str
    group: Group
    is_new: bool
    # Labels of the permissions that the group lacked and has now.
    added: tuple[str, ...] = ()


class NoFrontPageError(Exception):
    """There is no site yet whose pages rights could be given on."""


@transaction.atomic
def create_roles(*, add_permissions: bool = False) -> list[Created]:
    """All groups of the roles, made now or before. Raises NoFrontPageError.

    `add_permissions`: give groups that are there what their role has and they lack. What they have
    beyond it stays. Rights on pages and collections are given to new groups only.
    """
    homes = _front_pages()
    if not homes:
        raise NoFrontPageError
    with override(settings.LANGUAGE_CODE):
        created = [
            _create(role, language, pages, add_permissions)
            for role, language, pages in _wanted(homes)
        ]
        administrators = [item.group for item in created if item.role.key == ADMINISTRATOR]
        for item in created:
            if item.role.approves:
                _create_workflow(homes[item.language], [item.group, *administrators])
    return created


def _front_pages() -> dict[str, Page]:
    """Language code → the front page of the default site. The page that Wagtail's own migrations
    make is none: it goes when the site gets its content."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None or site.root_page.depth == 1 or site.root_page.specific_class is Page:
        return {}
    pages = site.root_page.get_translations(inclusive=True).select_related("locale")
    return {page.locale.language_code: page for page in pages}


def _wanted(homes: dict[str, Page]) -> Iterator[tuple[Role, str, list[Page]]]:
    source = Locale.get_default().language_code
    for role in ROLES:
        if role.languages == "all":
            yield role, "", list(homes.values())
            continue
        for language, home in homes.items():
            if role.languages == "each" or (role.languages == "source") == (language == source):
                yield role, language, [home]


def _create(role: Role, language: str, pages: list[Page], add_permissions: bool) -> Created:
    name = str(role.name) % {"language": language_name(language)} if language else str(role.name)
    group, is_new = Group.objects.get_or_create(name=name)
    added: tuple[str, ...] = ()
    if is_new or add_permissions:
        added = _add_permissions(group, (ENTER, *role.permissions))
    if is_new:
        for page in pages:
            for action in role.pages:
                permission = _permission(f"wagtailcore.{action}_page")
                GroupPagePermission.objects.create(group=group, page=page, permission=permission)
        root = Collection.get_first_root_node()
        for label in role.files:
            GroupCollectionPermission.objects.create(
                group=group, collection=root, permission=_permission(label)
            )
    return Created(role, language, group, is_new, added)


def _add_permissions(group: Group, labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the labels of those that the group lacked."""
    present = set(group.permissions.values_list("content_type__app_label", "codename"))
    lacking = tuple(label for label in labels if tuple(label.split(".")) not in present)
    group.permissions.add(*[_permission(label) for label in lacking])
    return lacking


def language_name(code: str) -> str:
    return str(get_language_info(code)["name_translated"]).lower()


def _permission(label: str) -> Permission:
    app_label, codename = label.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)


def _create_workflow(home: Page, approvers: list[Group]) -> None:
    """Pages below the front page of a language wait for one of its approvers.

    Administrators are among them, since nobody grants rights that they do not have.
    """
    if WorkflowPage.objects.filter(page=home).exists():
        return
    language = language_name(home.locale.language_code)
    name = _("Approval: %(language)s") % {"language": language}
    workflow, is_new = Workflow.objects.get_or_create(name=name)
    if is_new:
        task = GroupApprovalTask.objects.create(name=name)
        task.groups.add(*approvers)
        WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=home)
