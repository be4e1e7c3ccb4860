"""Which pages are offered together: a page and its translations."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from ..models import ReleaseItem
from .contents import pages_with_state
from .rights import may_add


@dataclass(frozen=True)
class Offer:
    """A language of a page. `release` is the open one that it is in already."""

    page: Page
    is_addable: bool
    item: ReleaseItem | None

    @property
    def has_draft(self) -> bool:
        return bool(self.page.has_unpublished_changes or not self.page.live)


def offers(page: Page, account: Any) -> list[Offer]:
    """Return the page first, then its translations."""
    group = page.get_translations(inclusive=True).filter(alias_of=None)
    pages = list(pages_with_state(group))
    pages.sort(key=lambda other: (other.pk != page.pk, other.locale.language_code))
    items = ReleaseItem.objects.filter(page__in=pages, is_open=True).select_related("release")
    taken = {item.page_id: item for item in items}
    return [Offer(other, may_add(account, other), taken.get(other.pk)) for other in pages]


def to_add(found: Iterable[Offer], chosen: Page, *, with_translations: bool) -> list[Page]:
    return [
        offer.page
        for offer in found
        if offer.is_addable
        and offer.item is None
        and (offer.page.pk == chosen.pk or with_translations)
    ]
