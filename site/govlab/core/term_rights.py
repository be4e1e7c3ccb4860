"""Who may write terms: editors, in the languages that they write pages in."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.models import GroupPagePermission, Locale
from wagtail.permission_policies import ModelPermissionPolicy

WRITES_PAGES = ("add_page", "change_page")


def written_languages(account: Any) -> set[int] | None:
    """Primary keys of locales; None for an account that is limited to none: it writes pages of
    every language, or is in charge of terms and of no pages."""
    if account.is_superuser:
        return None
    grants = GroupPagePermission.objects.filter(
        group__user=account, permission__codename__in=WRITES_PAGES
    )
    places = list(grants.values_list("page__depth", "page__locale"))
    if not places or any(depth == 1 for depth, _locale in places):
        return None
    return {locale for _depth, locale in places}


def may_write_language(account: Any, locale: Locale) -> bool:
    languages = written_languages(account)
    return languages is None or locale.pk in languages


class TermPermissionPolicy(ModelPermissionPolicy):
    """The model's permissions, each limited to terms of the account's languages."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Any
    ) -> bool:
        actions = list(actions)
        if not self.user_has_any_permission(user, actions):
            return False
        return actions == ["view"] or may_write_language(user, instance.locale)

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        actions = list(actions)
        found: QuerySet[Any] = super().instances_user_has_any_permission_for(user, actions)
        languages = None if actions == ["view"] else written_languages(user)
        return found if languages is None else found.filter(locale__in=languages)

    def instances_user_has_permission_for(self, user: Any, action: str) -> QuerySet[Any]:
        return self.instances_user_has_any_permission_for(user, [action])
