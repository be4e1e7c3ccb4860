"""The items of a release with what stands in the way of publishing them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, Revision

from govlab.core.bin import is_in_bin

from ..models import Release, ReleaseItem, ReleaseState


@dataclass
class Entry:
    """An item and its page. `problems` are complete sentences in the active language."""

    item: ReleaseItem
    page: Page | None
    revision: "RevisionFacts | None" = None
    problems: list[str] = field(default_factory=list)
    # Whether the page has a draft that is newer than the revision that is meant.
    has_newer_draft: bool = False

    @property
    def title(self) -> str:
        return str(self.page.get_admin_display_title()) if self.page else self.item.title

    @property
    def seen(self) -> str:
        """What a form sends to say which revision its user saw."""
        return f"{self.item.pk}-{self.item.revision_id}"

    @property
    def is_approved(self) -> bool:
        return self.item.approved_at is not None


@dataclass(frozen=True)
class RevisionFacts:
    pk: int
    created_at: datetime
    go_live_at: datetime | None
    expire_at: datetime | None


def pages_with_state(pages: QuerySet[Page]) -> QuerySet[Page]:
    """With locks, workflows and schedules, so that permissions are checked without queries."""
    found: Any = pages.select_related("locale", "live_revision", "locked_by", "content_type")
    return found.prefetch_workflow_states().annotate_approved_schedule()


def entries_of(release: Release, items: Iterable[ReleaseItem] | None = None) -> list[Entry]:
    """Return the items in the order of the tree, in a fixed number of queries."""
    if items is None:
        items = release.items.select_related("approved_by")
    items = list(items)
    wanted = [item.page_id for item in items if item.page_id]
    pages = pages_with_state(Page.objects.filter(pk__in=wanted)).in_bulk()
    for item in items:
        item.page = pages.get(item.page_id) if item.page_id else None
    revisions = _revisions(items)
    above = _ancestors(pages.values())
    entries = [_entry(release, item, revisions) for item in items]
    for entry in entries:
        if entry.page and not is_deleted(entry.item):
            entry.problems += _parent_problems(entry.page, above, set(pages))
    return sorted(entries, key=_place)


def is_deleted(item: ReleaseItem) -> bool:
    """Whether the page is gone, or in the bin."""
    return item.page is None or is_in_bin(item.page)


def _place(entry: Entry) -> tuple[bool, int, str]:
    """Parents come before their children, as they must be published."""
    return (entry.page is None, entry.page.depth if entry.page else 0, _path(entry))


def _path(entry: Entry) -> str:
    return str(entry.page.path) if entry.page else entry.item.title


def _revisions(items: Iterable[ReleaseItem]) -> dict[int, RevisionFacts]:
    wanted = {item.revision_id or (item.page and item.page.latest_revision_id) for item in items}
    rows = Revision.objects.filter(pk__in=wanted - {None}).values_list(
        "pk", "created_at", "content__go_live_at", "content__expire_at"
    )
    return {
        pk: RevisionFacts(pk, created_at, _moment(go_live_at), _moment(expire_at))
        for pk, created_at, go_live_at, expire_at in rows
    }


def _moment(stored: str | None) -> datetime | None:
    return parse_datetime(stored) if stored else None


def _ancestors(pages: Iterable[Page]) -> dict[str, Page]:
    """Map tree paths to the pages above, without the root of the tree."""
    step = Page.steplen
    paths = {page.path[:end] for page in pages for end in range(2 * step, len(page.path), step)}
    return {page.path: page for page in Page.objects.filter(path__in=paths)}


def _entry(
    release: Release,
    item: ReleaseItem,
    revisions: dict[int, RevisionFacts],
) -> Entry:
    page = item.page
    entry = Entry(item, page)
    if page is None or is_deleted(item):
        entry.problems.append(_("The page was deleted. Remove it from the release."))
        return entry
    is_pinned = release.state != ReleaseState.DRAFT
    number = item.revision_id if is_pinned else page.latest_revision_id
    entry.revision = revisions.get(number) if number else None
    entry.has_newer_draft = is_pinned and number != page.latest_revision_id
    entry.problems += _page_problems(page)
    entry.problems += _revision_problems(entry, page) if is_pinned or entry.revision else []
    if is_pinned and item.was_live and not page.live:
        entry.problems.append(
            _("The page was unpublished in the meantime. Remove it, or use its newest draft.")
        )
    return entry


def _page_problems(page: Any) -> list[str]:
    problems = []
    if page.alias_of_id:
        problems.append(_("The page repeats another one, which is published in its place."))
    if page.locked:
        who = get_user_display_name(page.locked_by) if page.locked_by else _("somebody")
        problems.append(_("The page is locked for editing: %(who)s.") % {"who": who})
    if page.workflow_in_progress:
        problems.append(
            _("The page is waiting for approval by itself. Finish or cancel that first.")
        )
    if page.approved_schedule:
        problems.append(
            _("The page is scheduled for publishing by itself. Cancel that schedule first.")
        )
    return problems


def _revision_problems(entry: Entry, page: Any) -> list[str]:
    revision = entry.revision
    if revision is None:
        return [_("The version that was meant no longer exists. Use the page's newest draft.")]
    problems = []
    now = timezone.now()
    if revision.go_live_at and revision.go_live_at > now:
        problems.append(
            _("The draft has a publication time of its own. Remove it from the page's schedule.")
        )
    if revision.expire_at and revision.expire_at <= now:
        problems.append(_("The draft is to be taken off the site at a time that has passed."))
    live = page.live_revision
    if page.live and live and live.pk != revision.pk and live.created_at > revision.created_at:
        problems.append(
            _("A newer version was published in the meantime. Use the page's newest draft.")
        )
    return problems


def _parent_problems(page: Page, above: dict[str, Page], included: set[int]) -> list[str]:
    """A page below an unpublished one would not be public."""
    step = Page.steplen
    paths = [page.path[:end] for end in range(2 * step, len(page.path), step)]
    for path in paths:
        parent = above.get(path)
        if parent and not parent.live and parent.pk not in included:
            return [
                _(
                    "The page above it, “%(title)s”, is not published. Publish it or add it to "
                    "the release."
                )
                % {"title": parent.get_admin_display_title()}
            ]
    return []
