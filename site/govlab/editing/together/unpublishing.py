"""Unpublishes a page with its translations."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page

from govlab.core.translation.originals import translations_of

from . import waiting
from .companions import Companion, translations_of_branch, with_rights
from .withdrawals import Withdrawal, record

WITHDRAWN = "govlab.withdrawn"


@dataclass
class Outcome:
    """What was done with the translations."""

    done: list[Page] = field(default_factory=list)
    left: list[Companion] = field(default_factory=list)


def companions(page: Page, account: Any, *, include_descendants: bool = False) -> list[Companion]:
    """Return the public translations. Aliases follow their source by themselves."""
    found = translations_of_branch(page) if include_descendants else translations_of(page)
    live = [item for item in found if item.live and not item.alias_of_id]
    return with_rights(live, account, _may_unpublish)


def _may_unpublish(page: Page, account: Any) -> bool:
    return bool(page.permissions_for_user(account).can_unpublish())


@transaction.atomic
def unpublish(
    page: Page,
    account: Any,
    withdrawal: Withdrawal,
    *,
    include_descendants: bool = False,
    with_translations: bool = True,
) -> Outcome:
    """The page's own permission is the caller's matter."""
    found = (
        companions(page, account, include_descendants=include_descendants)
        if with_translations
        else []
    )
    outcome = Outcome(
        [item.page for item in found if item.is_allowed],
        [item for item in found if not item.is_allowed],
    )
    pages = [page, *outcome.done]
    record(withdrawal, pages)
    for each in pages:
        UnpublishPageAction(
            each.specific, user=account, include_descendants=include_descendants
        ).execute(skip_permission_checks=True)
        if withdrawal.cause:
            log(instance=each.specific, action=WITHDRAWN, user=account, data=withdrawal.log_data)
    waiting.settle(waiting.Action.UNPUBLISH, pages)
    waiting.leave(waiting.Action.UNPUBLISH, page, outcome.left, account, withdrawal.cause)
    return outcome
