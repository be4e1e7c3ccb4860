"""Puts a page into the bin with its translations."""

from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from ..bin.deletion import put_in_bin
from . import waiting
from .companions import Companion, translations_of_branch, with_rights
from .unpublishing import Outcome
from .withdrawals import Withdrawal, record


def companions(page: Page, account: Any) -> list[Companion]:
    """Return the branches with the translations of the page and of all pages below it."""
    return with_rights(translations_of_branch(page), account, _may_delete)


def _may_delete(page: Page, account: Any) -> bool:
    return bool(page.permissions_for_user(account).can_delete())


@transaction.atomic
def delete(
    page: Page,
    account: Any,
    withdrawal: Withdrawal,
    *,
    with_translations: bool = True,
    batch: UUID | None = None,
) -> Outcome:
    """Raises ValidationError. The page's own permission is the caller's matter.

    `batch`: of the bulk action, whose pages are restored together.
    """
    batch = batch or uuid4()
    found = companions(page, account) if with_translations else []
    outcome = Outcome(
        [item.page for item in found if item.is_allowed],
        [item for item in found if not item.is_allowed],
    )
    pages = [page, *outcome.done]
    redirects = record(withdrawal, pages)
    waiting.settle(waiting.Action.DELETE, pages)
    waiting.leave(waiting.Action.DELETE, page, outcome.left, account, withdrawal.cause)
    now = timezone.now()
    for each in pages:
        put_in_bin(
            each,
            account=account,
            batch=batch,
            cause=withdrawal.cause,
            explanation=withdrawal.explanation_for(each),
            redirects=redirects[each.pk],
            deleted_at=now,
        )
    return outcome
