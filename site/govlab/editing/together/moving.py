"""Moves and orders translations as their originals."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page

from govlab.core.translation.originals import translations_of

from . import waiting
from .companions import Companion, refusal
from .unpublishing import Outcome


def companions(page: Page, destination: Page, account: Any) -> list[Companion]:
    """Return the translations that are not below the destination's translation already."""
    return [
        companion
        for item in translations_of(page, with_aliases=True)
        if (companion := _companion(item, destination, account))
    ]


def _companion(page: Page, destination: Page, account: Any) -> Companion | None:
    target = (
        destination
        if destination.is_root()
        else destination.get_translations().filter(locale=page.locale_id).first()
    )
    if target is None:
        reason = _("“%(title)s” is not translated, so the translation stays where it is.")
        return Companion(page, reason % {"title": destination.get_admin_display_title()})
    if page.is_child_of(target):
        return None
    if not page.specific.can_move_to(target.specific):
        reason = _("A page of this type cannot be below “%(title)s”.")
        return Companion(page, reason % {"title": target.get_admin_display_title()})
    if not Page._slug_is_available(page.slug, target, page=page):
        reason = _("Another page below “%(title)s” has the same slug, “%(slug)s”.")
        values = {"title": target.get_admin_display_title(), "slug": page.slug}
        return Companion(page, reason % values)

    def may_move(item: Page, mover: Any) -> bool:
        return bool(item.permissions_for_user(mover).can_move_to(target))

    reason = "" if account is None else refusal(page, account, may_move)
    return Companion(page, reason, target)


@transaction.atomic
def move(
    page: Page,
    destination: Page,
    account: Any,
    *,
    position: str | None = "last-child",
    with_translations: bool = True,
) -> Outcome:
    """Raises PermissionDenied if the account may not move the page itself.

    `position` is treebeard's, relative to `destination`.
    """
    inside = position in {"first-child", "last-child", "sorted-child"}
    parent = destination if inside else destination.get_parent()
    found = companions(page, parent, account) if with_translations else []
    MovePageAction(page, destination, pos=position, user=account).execute()
    outcome = Outcome()
    for item in found:
        if item.is_allowed:
            stored = Page.objects.get(pk=item.page.pk)
            target = Page.objects.get(pk=item.target.pk) if item.target else None
            MovePageAction(stored, target, pos="last-child", user=account).execute()
            outcome.done.append(stored)
        else:
            outcome.left.append(item)
    waiting.settle(waiting.Action.MOVE, [page, *outcome.done])
    waiting.leave(waiting.Action.MOVE, page, outcome.left, account)
    if not inside:
        order(Page.objects.get(pk=page.pk), account)
    return outcome


@transaction.atomic
def order(page: Page, account: Any) -> list[Page]:
    """Put the translations between the translations of the page's siblings.

    Where the account may not order them, they stay: their order is no harm. Returns the moved ones.
    """
    parent = page.get_parent()
    siblings = list(parent.get_children().values_list("translation_key", flat=True))
    index = siblings.index(page.translation_key)
    moved = []
    for translation in translations_of(page, with_aliases=True):
        above = translation.get_parent()
        if above.translation_key != parent.translation_key:
            continue
        if account and not above.permissions_for_user(account).can_reorder_children():
            continue
        if _put_beside(translation, siblings[:index], siblings[index + 1 :], account):
            moved.append(translation)
    return moved


def _put_beside(page: Page, before: list[Any], after: list[Any], account: Any) -> bool:
    """Put the page after the nearest translated sibling before it, or before the one after it."""
    others = {
        item.translation_key: item for item in page.get_siblings(inclusive=False).order_by("path")
    }
    for keys, position in ((reversed(before), "right"), (iter(after), "left")):
        neighbour = next((others[key] for key in keys if key in others), None)
        if neighbour is not None:
            beside = page.get_prev_sibling() if position == "right" else page.get_next_sibling()
            if beside == neighbour:
                return False
            page.move(neighbour, pos=position, user=account)
            return True
    return False
