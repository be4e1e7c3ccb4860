"""The inbox's pages, in a number of queries that does not depend on theirs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Locale, Page, TaskState, WorkflowState, get_default_page_content_type
from wagtail_localize.models import StringSegment
from wagtail_localize.strings import StringValue

from govlab.core.bin import outside_bin
from govlab.core.translation.published_texts import differing_since
from govlab.core.translation.states import TranslationState, translation_states
from govlab.core.translation.untranslated import needs_translation
from govlab.delivery.schemas.page import TranslationStatus

from .items import Item, State, progress
from .labels import BY_HAND, CHANGES_REQUESTED, FOR_ME, OWN_TEXT, UP_TO_DATE
from .rights import Rights


@dataclass
class _Pages:
    """All pages but aliases, with what is known of them."""

    by_pk: dict[int, Page] = field(default_factory=dict)
    by_path: dict[str, Page] = field(default_factory=dict)
    groups: dict[UUID, dict[int, Page]] = field(default_factory=lambda: defaultdict(dict))

    def parent(self, page: Page) -> Page | None:
        return self.by_path.get(page.path[: -page.steplen])

    def translation(self, page: Page, locale: Locale) -> Page | None:
        return self.groups[page.translation_key].get(locale.pk)

    def section(self, page: Page) -> tuple[tuple[int, str], ...]:
        titles: list[tuple[int, str]] = []
        above = self.parent(page)
        while above is not None and above.depth > 2:
            titles.insert(0, (above.pk, above.title))
            above = self.parent(above)
        return tuple(titles)


@dataclass(frozen=True)
class _Approval:
    status: str
    since: datetime | None
    task_state: int | None


def page_items(rights: Rights, locales: list[Locale]) -> Iterator[Item]:
    pages = _load()
    states = translation_states(pages.by_pk.values())
    approvals = _approvals()
    reviewable = set(TaskState.objects.reviewable_by(rights.account).values_list("pk", flat=True))
    since = differing_since(pages.groups)
    pairs = list(_pairs(pages, states, locales))
    totals = _totals(
        source.translation_key
        for source, locale in pairs
        if (target := pages.translation(source, locale)) and states[target.pk].texts_left
    )
    for source, locale in pairs:
        target = pages.translation(source, locale)
        if source.pk not in rights.visible and (
            target is None or target.pk not in rights.explorable
        ):
            continue
        if target is None:
            if source.live:
                yield _missing(rights, pages, source, locale)
            continue
        approval = approvals.get(target.pk)
        yield _started(
            rights,
            pages,
            source,
            target,
            states[target.pk],
            total=totals[source.translation_key],
            differs_since=since.get((source.translation_key, source.locale_id)),
            approval=approval,
            for_me=bool(approval and approval.task_state in reviewable),
        )


def _load() -> _Pages:
    pages = _Pages()
    rows = (
        outside_bin(Page.objects.filter(depth__gt=1, alias_of=None))
        .exclude(content_type__app_label="wagtailcore", content_type__model="page")
        .select_related("locale", "owner", "content_type")
        .order_by("path")
    )
    for page in rows:
        pages.by_pk[page.pk] = page
        pages.by_path[page.path] = page
        pages.groups[page.translation_key][page.locale_id] = page
    return pages


def _pairs(
    pages: _Pages, states: dict[int, TranslationState], locales: list[Locale]
) -> Iterator[tuple[Page, Locale]]:
    """Each original with each language that it is not written in."""
    default = locales[0]
    for group in pages.groups.values():
        sources = {
            states[page.pk].source_locale
            for page in group.values()
            if states[page.pk].status != TranslationStatus.ORIGINAL
        }
        original = next(
            (page for page in group.values() if page.locale.language_code in sources),
            group.get(default.pk) or next(iter(group.values())),
        )
        for locale in locales:
            if locale.pk != original.locale_id:
                yield original, locale


def _approvals() -> dict[int, _Approval]:
    """Primary key of a page → its approval that is not finished. One query."""
    rows = WorkflowState.objects.active().filter(base_content_type=get_default_page_content_type())
    return {
        int(key): _Approval(status, started_at, task_state)
        for key, status, started_at, task_state in rows.values_list(
            "object_id", "status", "current_task_state__started_at", "current_task_state"
        )
    }


def _totals(keys: Iterable[UUID]) -> Counter[UUID]:
    """Translation key → number of texts that need a translation. One query."""
    rows = StringSegment.objects.filter(source__object_id__in=set(keys)).values_list(
        "source__object_id", "string__data"
    )
    return Counter(key for key, text in rows if needs_translation(StringValue(text).render_text()))


def _common(rights: Rights, pages: _Pages, source: Page, locale: Locale) -> dict[str, Any]:
    owner, content_type = source.owner, source.cached_content_type
    return {
        "translation_key": source.translation_key,
        "locale": locale,
        "source": source,
        "type_key": f"{content_type.app_label}.{content_type.model}",
        "type_name": capfirst(content_type.name),
        "section": pages.section(source) if source.pk in rights.visible else (),
        "owner": (owner.pk, get_user_display_name(owner)) if owner else None,
    }


def _title(rights: Rights, page: Page) -> str:
    return str(page.draft_title if page.pk in rights.explorable else page.title)


def _missing(rights: Rights, pages: _Pages, source: Page, locale: Locale) -> Item:
    place, untranslated = pages.parent(source), None
    while place is not None and pages.translation(place, locale) is None:
        place, untranslated = pages.parent(place), place
    target_parent = pages.translation(place, locale) if place else None
    # Where nothing above it is translated, it stands below the root.
    may_add = rights.may("add", target_parent) if target_parent else rights.is_superuser
    mine = rights.submits and may_add and source.pk in rights.visible
    startable = mine and untranslated is None
    return Item(
        **_common(rights, pages, source, locale),
        title=_title(rights, source),
        target=None,
        state=State.MISSING,
        label=State.MISSING.label,
        since=source.first_published_at or source.latest_revision_created_at,
        mine=mine,
        start_url=reverse("wagtail_localize:submit_page_translation", args=[source.pk])
        if startable
        else "",
        blocked_by=_title(rights, untranslated)
        if untranslated and untranslated.pk in rights.visible
        else "",
        may_assign=mine
        and (rights.is_superuser or bool(target_parent and rights.may("publish", target_parent))),
    )


def _started(
    rights: Rights,
    pages: _Pages,
    source: Page,
    target: Page,
    known: TranslationState,
    *,
    total: int,
    differs_since: datetime | None,
    approval: _Approval | None,
    for_me: bool,
) -> Item:
    outdated = target.live and known.status == TranslationStatus.OUTDATED
    waiting = approval is not None and approval.status == WorkflowState.STATUS_IN_PROGRESS
    rejected = approval is not None and approval.status == WorkflowState.STATUS_NEEDS_CHANGES
    left = known.texts_left
    state, since = State.READY, target.latest_revision_created_at
    label: str | Promise = State.READY.label
    if waiting and approval:
        state, since = State.WAITING, approval.since
        label = FOR_ME if for_me else State.WAITING.label
    elif outdated:
        state, label = State.OUTDATED, State.OUTDATED.label
        since = differs_since or known.source_changed_at
        if left:
            label = f"{label}: {progress(left, total)}"
    elif target.live:
        state, since = State.DONE, target.last_published_at
        is_translation = known.status != TranslationStatus.ORIGINAL
        label = UP_TO_DATE if is_translation else OWN_TEXT
    elif left:
        state, label = State.IN_PROGRESS, progress(left, total)
    elif known.kept_by_hand or known.status == TranslationStatus.ORIGINAL:
        state, label = State.IN_PROGRESS, BY_HAND
    if rejected and state != State.DONE:
        label = CHANGES_REQUESTED
    may_edit = rights.may_edit(target) or for_me
    seen = source if source.pk in rights.visible else target
    may_publish = rights.may("publish", target)
    return Item(
        **_common(rights, pages, source, target.locale),
        title=_title(rights, seen),
        target=target,
        state=state,
        label=label,
        since=since,
        outdated_on_site=outdated,
        for_me=for_me,
        mine=rights.may_edit(target),
        url=reverse("wagtailadmin_pages:edit", args=[target.pk]) if may_edit else "",
        changes_url=reverse("govlab_translation_changes", args=[target.pk])
        if outdated and rights.may_edit(target)
        else "",
        confirm_url=reverse("govlab_review_translation", args=[target.pk])
        if outdated and may_publish and not waiting
        else "",
        may_assign=may_publish,
    )
