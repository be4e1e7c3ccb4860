"""What an account may see in the admin: public objects, and those on which it has permissions.

Wagtail shows the titles of all pages and files to all users of the admin. Here a page that is not
public is visible to users who may explore it or are to approve it, and a file to those who may
choose or change it.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import CollectionMember, Page, TaskState
from wagtail.permissions import policy_registry

from govlab.core.bin import is_in_bin, outside_bin
from govlab.delivery.public import public_pages
from govlab.users.acting import acting_account

FILE_ACTIONS = ("choose", "change", "delete")
MODEL_ACTIONS = ("add", "change", "delete", "view")


def explorable_pages(account: Any) -> QuerySet[Page]:
    pages: QuerySet[Page] = policy_registry.get_by_type(Page).explorable_instances(account)
    return pages


def visible_pages(account: Any) -> QuerySet[Page]:
    """Return the visible pages, including the root of the tree."""
    pages: QuerySet[Page] = outside_bin(Page.objects.all())
    if account.is_superuser and account.is_active:
        return pages
    return pages.filter(
        Q(depth=1)
        | Q(pk__in=explorable_pages(account).values("pk"))
        | Q(pk__in=public_pages().values("pk"))
        | Q(pk__in=_awaiting_approval(account))
    )


def _awaiting_approval(account: Any) -> list[int]:
    page_type = policy_registry.get_by_type(Page).model
    states = TaskState.objects.reviewable_by(account).select_related("revision__base_content_type")
    return [
        int(state.revision.object_id)
        for state in states
        if state.revision.base_content_type.model_class() is page_type
    ]


def may_explore(account: Any, page: Page) -> bool:
    """Apply the rule of `explorable_pages` to one page, without a query per page."""
    if is_in_bin(page):
        return False
    if account.is_superuser and account.is_active:
        return True
    granted = policy_registry.get_by_type(Page).get_cached_permissions_for_user(account)
    return any(page.path.startswith(grant.page.path) for grant in granted) or (
        any(grant.page.path.startswith(page.path) for grant in granted)
        and explorable_pages(account).filter(pk=page.pk).exists()
    )


def may_see_page(account: Any, page: Page) -> bool:
    return may_explore(account, page) or visible_pages(account).filter(pk=page.pk).exists()


def may_see(account: Any, thing: Model) -> bool:
    """Check pages by their rule, files by collection, others by model permissions."""
    if isinstance(thing, Page):
        return may_see_page(account, thing)
    policy = policy_registry.get(thing)
    actions = FILE_ACTIONS if isinstance(thing, CollectionMember) else MODEL_ACTIONS
    return bool(policy.user_has_any_permission_for_instance(account, actions, thing))


def visible_files(account: Any, files: QuerySet[Any]) -> QuerySet[Any]:
    policy = policy_registry.get_by_type(files.model)
    allowed = policy.instances_user_has_any_permission_for(account, FILE_ACTIONS)
    return files.filter(pk__in=allowed.values("pk"))


def title_for_account(page: Page, title: str) -> str:
    """Return the published title for pages that the account may not explore, and a placeholder for
    those that it may not see."""
    account = acting_account()
    if account is None or not account.is_authenticated or not page.pk or may_explore(account, page):
        return title
    seen = _seen_pages(account)
    if page.pk in seen.awaiting_approval:
        return title
    return str(page.title) if page.pk in seen.pages else _("(A page that you may not see)")


@dataclass(frozen=True)
class _SeenPages:
    pages: frozenset[int]
    awaiting_approval: frozenset[int]


def _seen_pages(account: Any) -> _SeenPages:
    """Cached on the account, which lives as long as its request."""
    kept: _SeenPages | None = getattr(account, "_seen_pages", None)
    if kept is None:
        pages = frozenset(visible_pages(account).values_list("pk", flat=True))
        kept = account._seen_pages = _SeenPages(pages, frozenset(_awaiting_approval(account)))
    return kept
