"""What editors do with both languages at once, and with the bin, at random."""

from contextlib import suppress
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction

from govlab.core.bin import outside_bin
from govlab.delivery.schemas.feed import WithdrawalCause
from govlab.editing.bin.purge import delete_for_good
from govlab.editing.bin.restoration import former_parent, restore
from govlab.editing.models import BinEntry
from govlab.editing.together import deleting, moving, privacy, unpublishing
from govlab.editing.together.withdrawals import Withdrawal

from .editor import EditorRules, editorial, picks


class BothLanguagesRules(EditorRules):
    @property
    def account(self) -> Any:
        """Has all rights."""
        accounts = get_user_model().objects
        return accounts.get_or_create(username="visi", defaults={"is_superuser": True})[0]

    def _target(self, pick: int) -> Page | None:
        pages = outside_bin(Page.objects.filter(depth__gt=1)).order_by("pk")
        return pages[pick % pages.count()] if pages else None

    def _entry(self, pick: int) -> BinEntry | None:
        entries = list(BinEntry.objects.order_by("pk"))
        return entries[pick % len(entries)] if entries else None

    @editorial(pick=picks, other=picks, below=st.booleans(), cause=st.sampled_from(WithdrawalCause))
    def unpublish_both(self, pick: int, other: int, below: bool, cause: str) -> None:
        if page := self._choose(pick):
            withdrawal = Withdrawal(cause, {"lv": "Vārdi."}, self._target(other))
            unpublishing.unpublish(page, self.account, withdrawal, include_descendants=below)

    @editorial(pick=picks, other=picks, together=st.booleans())
    def delete_both(self, pick: int, other: int, together: bool) -> None:
        if page := self._choose(pick):
            withdrawal = Withdrawal(WithdrawalCause.OTHER, {}, self._target(other))
            with suppress(ValidationError):
                deleting.delete(page, self.account, withdrawal, with_translations=together)

    @editorial(pick=picks, other=picks, publish=st.booleans())
    def restore_from_the_bin(self, pick: int, other: int, publish: bool) -> None:
        if entry := self._entry(pick):
            parent = former_parent(entry) or self._parent(other)
            with suppress(ValidationError):
                restore(entry, account=self.account, parent=parent, publish=publish)

    @editorial(pick=picks)
    def delete_for_good(self, pick: int) -> None:
        if entry := self._entry(pick):
            delete_for_good(entry)

    @editorial(pick=picks, other=picks)
    def move_both(self, pick: int, other: int) -> None:
        page, parent = self._choose(pick), self._parent(other)
        if page and page.locale_id == parent.locale_id and not parent.path.startswith(page.path):
            taken = parent.get_children().exclude(pk=page.pk).filter(slug=page.slug)
            if not taken.exists() and page.specific.can_move_to(parent):
                moving.move(page, parent, self.account)

    @editorial(pick=picks, left=st.booleans())
    def order_both(self, pick: int, left: bool) -> None:
        if page := self._choose(pick):
            sibling = page.get_siblings(inclusive=False).first()
            if sibling:
                page.move(sibling, "left" if left else "right")
                moving.order(Page.objects.get(pk=page.pk), self.account)

    @editorial(pick=picks, close=st.booleans())
    def restrict_both(self, pick: int, close: bool) -> None:
        if page := self._choose(pick):
            if close:
                PageViewRestriction.objects.get_or_create(page=page, restriction_type="login")
            else:
                PageViewRestriction.objects.filter(page=page).delete()
            privacy.follow(page, self.account, privacy.Reach.SAME)

    @editorial(pick=picks, shown=st.booleans())
    def change_the_menu(self, pick: int, shown: bool) -> None:
        page: Any = self._choose(pick)
        if page and page.live:
            page.show_in_menus = shown
            page.save_revision().publish()
