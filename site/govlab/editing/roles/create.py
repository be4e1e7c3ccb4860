"""Creates the groups of the roles, and a workflow of approval for each language.

A group or workflow that is there already is left as it is: whoever administers the site may have
changed it on purpose.
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


class NoFrontPageError(Exception):
    """There is no site yet whose pages rights could be given on."""


@transaction.atomic
def create_roles() -> list[Created]:
    """All groups of the roles, made now or before. Raises NoFrontPageError."""
    homes = _front_pages()
    if not homes:
        raise NoFrontPageError
    with override(settings.LANGUAGE_CODE):
        created = [_create(role, language, pages) for role, language, pages in _wanted(homes)]
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


def _create(role: Role, language: str, pages: list[Page]) -> Created:
    name = str(role.name) % {"language": language_name(language)} if language else str(role.name)
    group, is_new = Group.objects.get_or_create(name=name)
    if is_new:
        group.permissions.set([_permission(label) for label in (ENTER, *role.permissions)])
        for page in pages:
            for action in role.pages:
                permission = _permission(f"wagtailcore.{action}_page")
                GroupPagePermission.objects.create(group=group, page=page, permission=permission)
        root = Collection.get_first_root_node()
        for label in role.files:
            GroupCollectionPermission.objects.create(
                group=group, collection=root, permission=_permission(label)
            )
    return Created(role, language, group, is_new)


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
