"""What waits for those who may do with a translation what was done to its original."""

from collections.abc import Iterable
from typing import Any

from wagtail.models import Page, PageViewRestriction

from govlab.core.bin import is_in_bin

from ..models import WaitingAction
from .companions import Companion

Action = WaitingAction.Action


def leave(
    action: Action, original: Page, companions: Iterable[Companion], account: Any, cause: str = ""
) -> None:
    """Note the translations that the account could not change."""
    for companion in companions:
        if companion.refusal:
            WaitingAction.objects.update_or_create(
                page=companion.page,
                action=action,
                defaults={
                    "original_title": original.draft_title or original.title,
                    "cause": cause,
                    "asked_by": account,
                },
            )


def settle(action: Action, pages: Iterable[Page]) -> None:
    """Note that it was done to the pages, so that it does not wait again if it is undone."""
    WaitingAction.objects.filter(page__in=[page.pk for page in pages], action=action).delete()


def waiting_for(account: Any) -> list[WaitingAction]:
    """Return what the account has the right to do, and nobody has done yet."""
    rows = WaitingAction.objects.select_related("page__locale", "asked_by")
    closed = set(PageViewRestriction.objects.values_list("page_id", flat=True)) if rows else set()
    return [row for row in rows if not _is_done(row, closed) and may_settle(account, row.page)]


def may_settle(account: Any, page: Page) -> bool:
    return bool(page.permissions_for_user(account).can_publish())


def _is_done(row: WaitingAction, closed: set[int]) -> bool:
    if is_in_bin(row.page):
        return True
    if row.action == Action.UNPUBLISH:
        return not row.page.live
    return row.action == Action.PRIVACY and row.page_id in closed
