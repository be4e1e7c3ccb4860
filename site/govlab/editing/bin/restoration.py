"""Restores pages from the bin."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision, TranslatableMixin

from govlab.core.bin import is_in_bin
from govlab.core.publication import placement
from govlab.delivery.log import marks

from ..models import BinEntry
from .deletion import PUT_IN_BIN
from .items import locked
from .keys import are_keys_free, change_keys, combined
from .roots import remove_if_empty, transfer

RESTORED = "govlab.bin.restored"


@dataclass
class Restored:
    page: Page
    # The new slug, if the former one is taken.
    slug: str = ""
    # Whether another page has become the translation meanwhile.
    is_detached: bool = False
    published: int = 0
    refusals: list[ValidationError] = field(default_factory=list)


def former_parent(entry: BinEntry) -> Page | None:
    """Return the parent from which the page was deleted; None if it is gone or in the bin."""
    parent = Page.objects.filter(pk=entry.place[0]).first() if entry.place else None
    return None if parent is None or is_in_bin(parent) else parent


def ensure_fits(page: Page, parent: Page, slug: str) -> None:
    """Raises ValidationError if a page of this type and language may not be there with
    the slug."""
    if reason := placement.refusal(page, parent, slug):
        raise ValidationError(reason)
    if is_in_bin(parent) or not page.specific.can_move_to(parent.specific):
        raise ValidationError(_("A page of this type cannot be below the page that you chose."))


@transaction.atomic
def restore(
    entry: BinEntry, *, account: Any, parent: Page | None = None, publish: bool = False
) -> Restored:
    """Put the page back, below its former parent or another one, as drafts.

    `publish`: what was public is published again, as far as the publication gate allows it.
    Raises ValidationError. Permissions are the caller's matter.
    """
    entry = locked(entry)
    parent = parent or former_parent(entry)
    if parent is None:
        raise ValidationError(_("The page above it is gone. Choose another one."))
    page = Page.objects.select_for_update().get(pk=entry.page_id)
    ensure_fits(page, parent, entry.slug)
    branch = list(page.get_descendants(inclusive=True))
    detached = not are_keys_free(branch, entry.mask)
    for item in branch:
        # Documents that show the page have followed it in the bin by this key.
        marks.mark_reference(f"page:{item.translation_key}", "page restored")
    if not detached:
        change_keys(branch, entry.mask)
    slug = find_available_slug(parent, entry.slug)
    sibling = parent.get_children().filter(pk=entry.after).first()
    page = transfer(page.pk, slug, sibling or parent, "right" if sibling else "last-child")
    for item in branch:
        marks.mark_group(item.translation_key, "page restored")
    restored = Restored(page, slug if slug != entry.slug else "", detached)
    live = {int(key): revision for key, revision in entry.live_revisions.items()}
    _give_back(entry, page, account)
    if publish and not detached:
        _publish(restored, live, account)
    if detached:
        _save_own_keys(page, entry.mask)
    elif restored.slug:
        _save_slug(page)
    restored.page = Page.objects.get(pk=page.pk)
    return restored


def _give_back(entry: BinEntry, page: Page, account: Any) -> None:
    Redirect.objects.filter(pk__in=entry.redirects).delete()
    PageLogEntry.objects.filter(page=page.pk, action=PUT_IN_BIN).update(deleted=False)
    entry.delete()
    remove_if_empty(entry.locale)
    log(instance=page.specific, action=RESTORED, user=account)


def _publish(restored: Restored, live: dict[int, int | None], account: Any) -> None:
    """Publish the versions that were public, parents first."""
    branch = restored.page.get_descendants(inclusive=True).filter(pk__in=live, live=False)
    for page in branch.order_by("path"):
        if not page.permissions_for_user(account).can_publish():
            continue
        try:
            with transaction.atomic():
                _publish_version(page, live[page.pk], account)
        except ValidationError as refused:
            restored.refusals.append(refused)
        else:
            restored.published += 1


def _publish_version(page: Page, revision_id: int | None, account: Any) -> None:
    version = Revision.objects.filter(pk=revision_id).first() if revision_id else None
    if version is None:
        live = page.specific
        live.live, live.has_unpublished_changes = True, False
        live.save(user=account, log_action="wagtail.publish")
        return
    content = version.as_object()
    if content.slug == page.slug:
        version.publish(user=account)
        return
    latest = page.get_latest_revision()
    content.slug = page.slug
    content.save_revision(user=account, log_action=False).publish(user=account)
    if latest and latest.pk != version.pk:
        draft = latest.as_object()
        draft.slug = page.slug
        draft.save_revision(user=account, log_action=False)


def _save_slug(page: Page) -> None:
    """Save the new slug in the draft, which contains the former one."""
    stored = Page.objects.get(pk=page.pk)
    draft = stored.get_latest_revision_as_object()
    if not stored.alias_of_id and draft.slug != stored.slug:
        draft.slug = stored.slug
        draft.save_revision(log_action=False, clean=False)


def _save_own_keys(page: Page, mask: UUID) -> None:
    """Save the masked keys of rows in the drafts: other rows have the former ones by now."""
    for stored in page.get_descendants(inclusive=True).filter(alias_of=None):
        draft = stored.get_latest_revision_as_object()
        draft.slug = stored.slug
        for relation in get_all_child_relations(type(draft)):
            if issubclass(relation.related_model, TranslatableMixin):
                name = relation.get_accessor_name()
                rows = list(getattr(draft, name).all())
                for row in rows:
                    row.translation_key = combined(row.translation_key, mask)
                setattr(draft, name, rows)
        draft.save_revision(log_action=False, clean=False)
