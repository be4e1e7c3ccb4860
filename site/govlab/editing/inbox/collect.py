"""Everything that an account finds in its inbox, in a fixed number of queries."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from ..models import TranslationAssignment
from .items import Item
from .page_items import page_items
from .rights import Rights
from .term_items import term_items
from .translators import translators

PAGE_ACTIONS = ("add", "change", "publish")


def may_see_inbox(account: Any) -> bool:
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission(account, PAGE_ACTIONS))


def inbox_of(request: HttpRequest) -> list[Item]:
    """Cached on the request, since several panels of the dashboard count the same items."""
    kept: list[Item] | None = getattr(request, "_inbox_items", None)
    if kept is None:
        kept = inbox_items(request.user)
        request._inbox_items = kept  # type: ignore[attr-defined]
    return kept


def inbox_items(account: Any) -> list[Item]:
    """In no particular order."""
    if not may_see_inbox(account):
        return []
    default = Locale.get_default()
    locales = [default, *Locale.objects.exclude(pk=default.pk).order_by("pk")]
    rights = Rights(account)
    homes = list(Page.objects.filter(depth=2))
    items = [*page_items(rights, locales), *term_items(rights, locales, homes)]
    return _with_assignees(items, locales)


def _with_assignees(items: list[Item], locales: list[Locale]) -> list[Item]:
    """An account that may no longer translate into the language is no assignee."""
    rows = list(TranslationAssignment.objects.select_related("assignee"))
    if not rows:
        return items
    able = translators(locales)
    assigned = {
        (row.translation_key, row.locale_id): row.assignee
        for row in rows
        if row.assignee_id in able.get(row.locale_id, ())
    }
    return [
        replace(item, assignee=(assignee.pk, get_user_display_name(assignee)))
        if (assignee := assigned.get((item.translation_key, item.locale.pk)))
        else item
        for item in items
    ]
