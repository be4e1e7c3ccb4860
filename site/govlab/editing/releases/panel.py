"""The dashboard's panel: open releases that concern the account, and what it can do with them."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from ..models import Release, ReleaseItem, ReleaseState
from ..visibility import may_explore
from .contents import pages_with_state
from .rights import may_approve_item, may_see_releases

MOST = 5


@dataclass(frozen=True)
class OpenRelease:
    release: Release
    pages: int
    # The number of pages that wait for the approval of the account.
    to_approve: int

    @property
    def is_late(self) -> bool:
        moment = self.release.go_live_at
        return moment is not None and moment <= timezone.now()


def releases_for(account: Any) -> list[OpenRelease]:
    """Return the open releases that it made, or with pages that it may explore: those that wait
    for its approval first, then by their time. A fixed number of queries."""
    if not may_see_releases(account):
        return []
    items = list(ReleaseItem.objects.filter(is_open=True))
    wanted = [item.page_id for item in items if item.page_id]
    pages = pages_with_state(Page.objects.filter(pk__in=wanted)).in_bulk()
    by_release: dict[int, list[ReleaseItem]] = {}
    for item in items:
        item.page = pages.get(item.page_id) if item.page_id else None
        by_release.setdefault(item.release_id, []).append(item)
    found = []
    for release in Release.objects.exclude(state=ReleaseState.PUBLISHED):
        own = by_release.get(release.pk, [])
        concerns = any(item.page and may_explore(account, item.page) for item in own)
        if release.created_by_id == account.pk or concerns:
            found.append(OpenRelease(release, len(own), _to_approve(account, release, own)))
    return sorted(found, key=_order)


def _to_approve(account: Any, release: Release, items: list[ReleaseItem]) -> int:
    if release.state != ReleaseState.SUBMITTED:
        return 0
    return sum(item.approved_at is None and may_approve_item(account, item) for item in items)


def _order(each: OpenRelease) -> tuple[bool, bool, float]:
    moment = each.release.go_live_at
    return (not each.to_approve, moment is None, moment.timestamp() if moment else 0.0)


class ReleasesPanel(Component):
    """Empty if no open release concerns the account."""

    name = "releases"
    template_name = "editing/releases_panel.html"
    order = 120

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        found = releases_for(parent_context["request"].user)
        return {"releases": found[:MOST], "number": len(found)}
