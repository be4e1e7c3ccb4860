"""How pages stand to the pages they were translated from.

wagtail-localize reports a translation as current even after its source was republished, so the
state is worked out here: the source's last publication against the last time its text was taken
over for translation.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from wagtail.models import Page
from wagtail_localize.models import Translation


class TranslationStatus(StrEnum):
    ORIGINAL = "original"
    CURRENT = "current"
    OUTDATED = "outdated"


@dataclass(frozen=True)
class TranslationState:
    status: TranslationStatus
    source_locale: str
    # When the source was last published after the translation was made; set when outdated.
    source_changed_at: datetime | None = None


def translation_state(page: Page) -> TranslationState:
    return translation_states([page])[page.pk]


def translation_states(pages: Iterable[Page]) -> dict[int, TranslationState]:
    """Primary key → state, in two queries. A page without a translation record is an original.

    Expects `locale` to be fetched with the pages.
    """
    wanted = list(pages)
    keys = {page.translation_key for page in wanted}
    records: dict[tuple[UUID, int], Translation] = {}
    for record in (
        Translation.objects.filter(source__object_id__in=keys)
        .select_related("source__locale")
        .order_by("source__last_updated_at")
    ):
        records[(record.source.object_id, record.target_locale_id)] = record
    published = {
        (key, locale): moment
        for key, locale, moment in Page.objects.filter(translation_key__in=keys).values_list(
            "translation_key", "locale_id", "last_published_at"
        )
    }
    return {
        page.pk: _state(page, records.get((page.translation_key, page.locale_id)), published)
        for page in wanted
    }


def _state(
    page: Page,
    record: Translation | None,
    published: dict[tuple[UUID, int], datetime | None],
) -> TranslationState:
    if record is None:
        return TranslationState(TranslationStatus.ORIGINAL, page.locale.language_code)
    source = record.source
    changed = published.get((page.translation_key, source.locale_id))
    if changed and changed > source.last_updated_at:
        return TranslationState(TranslationStatus.OUTDATED, source.locale.language_code, changed)
    return TranslationState(TranslationStatus.CURRENT, source.locale.language_code)


def public_translations(page: Page) -> dict[str, Page]:
    """Live translations without a view restriction, by language code; the page itself included."""
    translations = page.get_translations(inclusive=True).live().public().select_related("locale")
    return {translation.locale.language_code: translation for translation in translations}
