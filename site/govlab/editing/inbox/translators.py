"""Who may translate into which language."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.models import GroupPagePermission, Locale, Page

from govlab.core.term_rights import WRITES_PAGES

from ..translation.rights import SUBMIT, may_change, may_publish, may_translate


def translators(locales: Iterable[Locale]) -> dict[int, set[int]]:
    """Primary key of a language → those of the active accounts that translate into it. Two
    queries."""
    accounts: QuerySet[Any] = get_user_model().objects.with_perm(SUBMIT)
    submitters = dict(accounts.values_list("pk", "is_superuser"))
    grants = GroupPagePermission.objects.filter(
        group__user__in=list(submitters), permission__codename__in=WRITES_PAGES
    ).values_list("group__user", "page__depth", "page__locale")
    everywhere = {account for account, is_superuser in submitters.items() if is_superuser}
    everywhere |= {account for account, depth, _locale in grants if depth == 1}
    return {
        locale.pk: everywhere | {account for account, _depth, pk in grants if pk == locale.pk}
        for locale in locales
    }


def may_work_on_translation(account: Any, source: Any, locale: Locale) -> bool:
    """Whether the account may start the translation, or change the one that there is."""
    target = source.get_translation_or_none(locale)
    if target is None or getattr(target, "alias_of_id", None):
        return bool(account.has_perm(SUBMIT)) and may_translate(account, source, locale)
    return may_change(account, target)


def may_approve_translation(account: Any, source: Any, locale: Locale) -> bool:
    """Whether the account may publish the translation, or would if there were one."""
    target = source.get_translation_or_none(locale)
    if target is not None and not getattr(target, "alias_of_id", None):
        return _publishes(account, target)
    if isinstance(source, Page):
        parent = source.get_parent()
        target_parent = parent if parent.is_root() else parent.get_translation_or_none(locale)
        if target_parent is None:
            return bool(account.is_superuser)
        return bool(target_parent.permissions_for_user(account).can_publish_subpage())
    return may_translate(account, source, locale) and _publishes_pages(account, locale)


def _publishes(account: Any, target: Any) -> bool:
    if isinstance(target, Page):
        return may_publish(account, target)
    return may_change(account, target) and _publishes_pages(account, target.locale)


def _publishes_pages(account: Any, locale: Locale) -> bool:
    """Terms are approved by those who publish pages of their language."""
    grants = GroupPagePermission.objects.filter(
        group__user=account, permission__codename="publish_page"
    )
    return (
        bool(account.is_superuser)
        or grants.filter(page__locale=locale).exists()
        or (grants.filter(page__depth=1).exists())
    )
