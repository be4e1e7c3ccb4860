"""Sets the revision of a page that a release means."""

from contextlib import suppress
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models import Max
from wagtail.models import Page, Revision
from wagtail_localize.models import StringTranslation, Translation

from ..models import ReleaseItem
from ..synced import synced_translation


def pin(item: ReleaseItem, user: Any) -> None:
    """Take the page's newest draft. It has to be approved again."""
    page = item.page
    if page is None:
        return
    item.revision = newest_revision(page, user)
    item.title = page.draft_title
    item.was_live = page.live
    item.approved_by, item.approved_at = None, None
    item.save()


def unpin(item: ReleaseItem) -> None:
    item.revision, item.approved_by, item.approved_at = None, None, None
    item.save()


def newest_revision(page: Page, user: Any) -> Revision:
    """Return the newest draft; made of the current texts if the page is a translation whose texts
    were saved since its last draft."""
    translation = synced_translation(page)
    if translation is not None and _has_newer_texts(translation, page):
        # If something that it shows was deleted, publishing explains it.
        with suppress(ObjectDoesNotExist), transaction.atomic():
            translation.save_target(user=user, publish=False)
        page.refresh_from_db()
    revision: Revision | None = page.get_latest_revision()
    if revision is None:
        revision = page.specific.save_revision(user=user)
        page.refresh_from_db()
    return revision


def _has_newer_texts(translation: Translation, page: Page) -> bool:
    texts = StringTranslation.objects.filter(
        context__object_id=page.translation_key, locale_id=translation.target_locale_id
    )
    newest = texts.aggregate(newest=Max("updated_at"))["newest"]
    saved = page.latest_revision_created_at
    return newest is not None and (saved is None or newest > saved)
