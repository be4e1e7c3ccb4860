"""The rights of one account on many pages, without a query for each page.

They decide what the inbox offers. Each view checks again, by the rules of `translation.rights`.
"""

from functools import cached_property
from typing import Any

from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from govlab.core.term_rights import written_languages

from ..translation.rights import SUBMIT
from ..visibility import MODEL_ACTIONS, explorable_pages, visible_pages


class Rights:
    def __init__(self, account: Any) -> None:
        self.account = account
        self.is_superuser = bool(account.is_active and account.is_superuser)
        self.submits = bool(account.has_perm(SUBMIT))

    def may(self, action: str, page: Page) -> bool:
        """Whether a group of the account has the right on the page or above it."""
        return self.is_superuser or any(
            permitted == action and page.path.startswith(path) for permitted, path in self._grants
        )

    def may_edit(self, page: Page) -> bool:
        owns = self.may("add", page) and page.owner_id == self.account.pk
        return self.may("change", page) or owns

    @cached_property
    def _grants(self) -> frozenset[tuple[str, str]]:
        policy = policy_registry.get_by_type(Page)
        return frozenset(
            (grant.permission.codename.removesuffix("_page"), grant.page.path)
            for grant in policy.get_cached_permissions_for_user(self.account)
        )

    @cached_property
    def explorable(self) -> frozenset[int]:
        return frozenset(explorable_pages(self.account).values_list("pk", flat=True))

    @cached_property
    def visible(self) -> frozenset[int]:
        return frozenset(visible_pages(self.account).values_list("pk", flat=True))

    @cached_property
    def _languages(self) -> set[int] | None:
        return written_languages(self.account)

    def writes(self, locale: Locale) -> bool:
        return self._languages is None or locale.pk in self._languages

    def publishes_in(self, locale: Locale, homes: list[Page]) -> bool:
        """Whether the account publishes all pages of the language; `homes` are its topmost."""
        return self.is_superuser or any(
            page.locale_id == locale.pk and self.may("publish", page) for page in homes
        )

    def may_with_terms(self, action: str, model: type[Any], locale: Locale) -> bool:
        policy = policy_registry.get_by_type(model)
        return bool(policy.user_has_permission(self.account, action)) and self.writes(locale)


def may_see_terms(account: Any, model: type[Any]) -> bool:
    policy = policy_registry.get_by_type(model)
    return bool(policy.user_has_any_permission(account, MODEL_ACTIONS))
