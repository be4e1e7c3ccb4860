"""Restricts access to translations as to their original."""

from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageViewRestriction

from govlab.core.translation.originals import translations_of

from . import waiting
from .companions import Companion, with_rights
from .unpublishing import Outcome


class Reach(StrEnum):
    RESTRICT = "restrict"
    SAME = "same"
    ALONE = "alone"


REACHES = [
    (Reach.RESTRICT, _("Restrict the translations too; do not open them when this page is opened")),
    (Reach.SAME, _("The same for the translations in any case")),
    (Reach.ALONE, _("Only this page")),
]


def companions(page: Page, account: Any) -> list[Companion]:
    return with_rights(translations_of(page), account, _may_restrict)


def _may_restrict(page: Page, account: Any) -> bool:
    return bool(page.permissions_for_user(account).can_set_view_restrictions())


@transaction.atomic
def follow(page: Page, account: Any, reach: str = Reach.RESTRICT) -> Outcome:
    """Apply the page's own restriction, or that it has none, to its translations."""
    own = PageViewRestriction.objects.filter(page=page).first()
    outcome = Outcome()
    waiting.settle(waiting.Action.PRIVACY, [page])
    if reach == Reach.ALONE or (own is None and reach != Reach.SAME):
        return outcome
    for item in companions(page, account):
        if item.is_allowed:
            _apply(own, item.page, account)
            outcome.done.append(item.page)
        elif own is not None:
            outcome.left.append(item)
    waiting.settle(waiting.Action.PRIVACY, outcome.done)
    waiting.leave(waiting.Action.PRIVACY, page, outcome.left, account)
    return outcome


def _apply(own: PageViewRestriction | None, page: Page, account: Any) -> None:
    present = PageViewRestriction.objects.filter(page=page).first()
    if own is None:
        if present is not None:
            present.delete(user=account)
        return
    restriction = present or PageViewRestriction(page=page)
    restriction.restriction_type = own.restriction_type
    restriction.password = own.password
    restriction.save(user=account)
    restriction.groups.set(own.groups.all())
