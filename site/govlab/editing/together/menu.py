"""Keeps translations in the menu of their language, or out of it, as their original is.

Whether a page is in the menu is part of its content, so this happens when the original is
published, whichever way.
"""

from typing import Any

from django.db.models.signals import post_save, pre_save
from wagtail.models import Page

from govlab.core.translation.originals import translations_of
from govlab.delivery.log.tree_signals import stored_columns
from govlab.users.acting import acting_account

from ..translation.rights import may_publish
from . import waiting
from .companions import with_rights


def connect() -> None:
    pre_save.connect(_before_save, dispatch_uid="editing_menu_before_save")
    post_save.connect(_saved, dispatch_uid="editing_menu_saved")


def _before_save(instance: Any, raw: bool, update_fields: Any = None, **kwargs: Any) -> None:
    if not isinstance(instance, Page) or raw or instance._state.adding or not instance.live:
        return
    if update_fields is not None and "show_in_menus" not in update_fields:
        return
    stored = stored_columns(instance)
    instance.__dict__["_editing_menu_changed"] = bool(
        stored and stored["live"] and stored["show_in_menus"] != instance.show_in_menus
    )


def _saved(instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page) and instance.__dict__.pop("_editing_menu_changed", False):
        follow(instance, acting_account())


def leave_translations(account: Any) -> None:
    """Let the account's request change the menu of one language only."""
    account._menu_of_one_language = True


def changed_with(account: Any) -> list[Page]:
    """Return the translations whose menu the account's request has changed."""
    return list(getattr(account, "_menus_changed", ()))


def forget(account: Any) -> None:
    account._menus_changed = []


def follow(page: Page, account: Any) -> None:
    """Put the translations into the menu, or take them out, as the page is.

    `account` None stands for the system, as when a schedule is carried out.
    """
    if getattr(account, "_menu_of_one_language", False):
        return
    different = [item for item in translations_of(page) if item.show_in_menus != page.show_in_menus]
    found = with_rights(different, account, lambda item, editor: may_publish(editor, item))
    for item in found:
        if item.is_allowed:
            _set(item.page, page.show_in_menus, account)
            if account is not None:
                account._menus_changed = [*changed_with(account), item.page]
    waiting.leave(waiting.Action.MENU, page, found, account)


def _set(page: Page, shown: bool, account: Any) -> None:
    """Change the published page and its draft, without publishing what else the draft has."""
    draft = page.get_latest_revision_as_object()
    live = page.specific
    is_same = not live.live or not live.has_unpublished_changes
    draft.show_in_menus = shown
    revision = draft.save_revision(user=account, clean=False, log_action=True)
    if is_same and live.live:
        revision.publish(user=account)
        return
    live = Page.objects.get(pk=page.pk).specific
    live.show_in_menus = shown
    live.save(clean=False)
