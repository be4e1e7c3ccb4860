"""Which translations an action on a page reaches, and which of them the account may change."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import Translation

from govlab.core.translation.originals import translations_of

from ..translation.rights import is_locked

Right = Callable[[Page, Any], bool]


@dataclass(frozen=True)
class Companion:
    """A translation of the page, or an alias of it in another language."""

    page: Page
    # Why the account cannot do the same with it, and what to do about it; empty if it can.
    refusal: str = ""
    # Where the translation goes, for moves.
    target: Page | None = None

    @property
    def is_allowed(self) -> bool:
        return not self.refusal


def translations_of_branch(page: Page) -> list[Page]:
    """Return the highest pages of the branches that contain the translations of the page and of
    all pages below it."""
    branch = page.get_descendants(inclusive=True)
    found = [
        companion
        for original in branch.exclude(translation_key__in=_translated_keys(page))
        for companion in translations_of(original, with_aliases=True)
        if not companion.path.startswith(page.path)
    ]
    paths = sorted({companion.path for companion in found})
    highest = [
        path for path in paths if not any(path != up and path.startswith(up) for up in paths)
    ]
    by_path = {companion.path: companion for companion in found}
    return [by_path[path] for path in highest]


def _translated_keys(page: Page) -> list[Any]:
    """Return the keys of pages of the branch that are translations."""
    keys = page.get_descendants(inclusive=True).values("translation_key")
    records = Translation.objects.filter(target_locale=page.locale_id, source__object_id__in=keys)
    return list(records.values_list("source__object_id", flat=True))


def with_rights(pages: Iterable[Page], account: Any, right: Right) -> list[Companion]:
    """`account` None stands for the system, which has every right."""
    return [
        Companion(page, "" if account is None else refusal(page, account, right)) for page in pages
    ]


def refusal(page: Page, account: Any, right: Right) -> str:
    if is_locked(account, page):
        return _("It is locked for you. Ask %(approvers)s.") % {"approvers": approvers(page)}
    if not right(page, account):
        return _("You have no right to do that. Ask %(approvers)s.") % {
            "approvers": approvers(page)
        }
    return ""


def approvers(page: Page) -> str:
    """Return the names of the groups that may publish the page and have members who could."""
    grants = GroupPagePermission.objects.filter(
        permission__codename="publish_page",
        page__in=page.get_ancestors(inclusive=True),
        group__user__is_active=True,
    )
    names = sorted(set(grants.values_list("group__name", flat=True)))
    if not names:
        return _("an administrator")
    return str(get_text_list([_("“%(name)s”") % {"name": name} for name in names]))
