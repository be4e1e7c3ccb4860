"""How pages stand to the pages they were translated from.

wagtail-localize reports a translation as current even after its source was republished, so the
state is worked out here: where the source was published after its text was last taken over for
translation, the texts themselves are compared. Publishing again without a change outdates nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from .public import public_pages


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
    """Primary key → state, in two queries and a few for each source published since.

    A page without a translation record is an original.

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
    if changed and changed > source.last_updated_at and texts_differ(source):
        return TranslationState(TranslationStatus.OUTDATED, source.locale.language_code, changed)
    if _awaits_publication(page, record):
        return TranslationState(TranslationStatus.OUTDATED, source.locale.language_code, changed)
    return TranslationState(TranslationStatus.CURRENT, source.locale.language_code)


def _awaits_publication(page: Page, record: Translation) -> bool:
    """Whether texts were taken over that the live translation does not have yet: nobody translated
    them, or nobody published it since."""
    published = page.last_published_at
    if published is None or record.source.last_updated_at <= published:
        return False
    published_texts = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale_id=record.target_locale_id,
        updated_at__lte=published,
    )
    segments = StringSegment.objects.filter(source=record.source)
    return bool(segments.exclude(Exists(published_texts)).exists())


def texts_differ(source: TranslationSource) -> bool:
    """Whether the live source has other texts than were taken over for translation."""
    live = source.get_source_instance()
    stored = StringSegment.objects.filter(source=source).values_list(
        "context__path", "string__data"
    )
    present = [
        (segment.path, segment.string.data)
        for segment in extract_segments(live)
        if isinstance(segment, StringSegmentValue)
    ]
    return sorted(present) != sorted(stored)


def public_translations(page: Page) -> dict[str, Page]:
    """Public translations by language code; the page itself included."""
    translations = public_pages(page.get_translations(inclusive=True)).select_related("locale")
    return {translation.locale.language_code: translation for translation in translations}
