"""What an account sees in the bin: the pages that it could delete where they were."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from govlab.core.bin import outside_bin

from ..models import BinEntry

EMPTY_BIN = "editing.empty_bin"


@dataclass(frozen=True)
class BinItem:
    entry: BinEntry
    # The nearest of the former ancestors that is still there.
    place: Page
    # Whether that is the former parent.
    has_parent: bool
    may_publish: bool


def bin_items(account: Any, entries: QuerySet[BinEntry] | None = None) -> list[BinItem]:
    """Return the items that the account may restore, the latest first, in a fixed number of
    queries."""
    found = BinEntry.objects.all() if entries is None else entries
    rows = list(found.select_related("page", "locale", "deleted_by"))
    keys = {key for entry in rows for key in entry.place}
    places = outside_bin(Page.objects.filter(pk__in=keys)).in_bulk() if keys else {}
    items = []
    for entry in rows:
        nearest = next((places[key] for key in entry.place if key in places), None)
        if nearest is not None:
            rights = _rights(account, nearest)
            if _may_use(account, entry, rights):
                is_parent = nearest.pk == entry.place[0]
                items.append(BinItem(entry, nearest, is_parent, "publish" in rights))
    return items


def locked(entry: BinEntry) -> BinEntry:
    """Return the entry as it is now, locked until the end of the transaction: two people may use it
    at once, and taking its mask off twice would put it back on.

    Raises ValidationError if the page is no longer in the bin.
    """
    stored = BinEntry.objects.select_for_update().filter(pk=entry.pk).first()
    if stored is None:
        raise ValidationError(no_longer())
    return stored


def no_longer() -> str:
    return _("This page is no longer in the bin.")


def uses_bin(account: Any) -> bool:
    """Whether the bin is in the account's menu: it may write pages somewhere."""
    policy = policy_registry.get_by_type(Page)
    return bool(policy.user_has_any_permission(account, ("add", "change", "publish")))


def may_put_below(account: Any, parent: Page, item: BinItem) -> bool:
    """Whether the account may restore the page below the parent."""
    rights = _rights(account, parent)
    return "add" in rights and (item.entry.pages == 1 or _may_use(account, item.entry, rights))


def may_delete_for_good(account: Any) -> bool:
    return bool(account.has_perm(EMPTY_BIN))


def _rights(account: Any, place: Page) -> set[str]:
    if not account.is_active:
        return set()
    if account.is_superuser:
        return {"add", "change", "publish", "bulk_delete"}
    return set(place.permissions_for_user(account).permissions)


def _may_use(account: Any, entry: BinEntry, rights: set[str]) -> bool:
    """Apply Wagtail's rule for deleting: see `PagePermissionTester.can_delete`."""
    if entry.pages > 1 and "bulk_delete" not in rights:
        return False
    if entry.was_live and "publish" not in rights:
        return False
    return "change" in rights or ("add" in rights and entry.page.owner_id == account.pk)
