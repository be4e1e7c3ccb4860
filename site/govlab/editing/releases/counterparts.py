"""Translations that were changed, approved and published together with their originals.

While an original is public with a draft, the translation editor shows its public texts: translators
change the translation to fit the draft. The release states that both fit, so the translation is not
outdated from its first moment on.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page

from govlab.core.translation.confirmation import confirm_unchanged
from govlab.core.translation.states import texts_differ

from ..synced import synced_translation
from .contents import Entry


def changed(entries: Iterable[Entry]) -> list[Page]:
    """Return the pages of which another version is public. Call it before they are published."""
    return [
        entry.page
        for entry in entries
        if entry.page and entry.page.live and entry.item.revision_id != entry.page.live_revision_id
    ]


def settle(pages: Iterable[Page], user: Any) -> None:
    """Record that the translations among the published pages fit the originals among them.

    A translation that lacks a text altogether stays outdated.
    """
    pages = list(pages)
    keys = {(page.translation_key, page.locale_id) for page in pages}
    for page in pages:
        translation = synced_translation(page)
        if translation is None:
            continue
        source = translation.source
        if (page.translation_key, source.locale_id) not in keys or not texts_differ(source):
            continue
        try:
            with transaction.atomic():
                confirm_unchanged(translation, Page.objects.get(pk=page.pk), user)
        except ValidationError:
            continue
