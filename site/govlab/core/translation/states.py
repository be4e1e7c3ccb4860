"""The translation state of pages.

wagtail-localize reports a translation as current even after its source was republished, so the
state is computed here: the texts of the live source are compared with those that the translation
corresponds to. Publishing without changes does not outdate translations.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from uuid import UUID

from django.db.models import Exists, OuterRef
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue

from govlab.delivery.public import public_pages
from govlab.delivery.schemas.page import TranslationStatus

from .published_texts import live_digests, synchronised_digests
from .reviews import digest_of, texts_digest
from .untranslated import needs_translation


@dataclass(frozen=True)
class TranslationState:
    status: TranslationStatus
    source_locale: str
    # When the source was last published after the translation; set if outdated.
    source_changed_at: datetime | None = None
    # When the public translation first corresponded to the source as it then was.
    translated_at: datetime | None = None
    # Whether its synchronisation was stopped, so that editors use the page's own form.
    kept_by_hand: bool = False
    # The number of untranslated texts; 0 if synchronisation was stopped.
    texts_left: int = 0


def translation_state(page: Page) -> TranslationState:
    return translation_states([page])[page.pk]


def translation_states(
    pages: Iterable[Page], *, whole_groups: bool = False
) -> dict[int, TranslationState]:
    """Primary key → state, in three queries and a few for each source published since; one less
    for `whole_groups`, whose pages are all given.

    A page without a translation record is an original.

    Expects `locale` to be fetched with the pages.
    """
    wanted = list(pages)
    keys = {page.translation_key for page in wanted}
    records: dict[tuple[UUID, int], Translation] = {}
    for record in (
        Translation.objects.filter(source__object_id__in=keys)
        .select_related("source__locale", "review")
        .order_by("source__last_updated_at")
    ):
        records[(record.source.object_id, record.target_locale_id)] = record
    columns = ("translation_key", "locale_id", "last_published_at")
    published = {
        (key, locale): moment
        for key, locale, moment in (
            map(attrgetter(*columns), wanted)
            if whole_groups
            else Page.objects.filter(translation_key__in=keys).values_list(*columns)
        )
    }
    left = texts_left(keys) if records else Counter()
    behind = _behind(records.values(), published)
    return {
        page.pk: _state(
            page,
            records.get((page.translation_key, page.locale_id)),
            published,
            left[(page.translation_key, page.locale_id)],
            behind,
        )
        for page in wanted
    }


def _state(
    page: Page,
    record: Translation | None,
    published: dict[tuple[UUID, int], datetime | None],
    left: int,
    behind: set[int],
) -> TranslationState:
    if record is None:
        return TranslationState(TranslationStatus.ORIGINAL, page.locale.language_code)
    source = record.source
    changed = published.get((page.translation_key, source.locale_id))
    outdated = bool(left) or record.pk in behind
    return TranslationState(
        TranslationStatus.OUTDATED if outdated else TranslationStatus.CURRENT,
        source.locale.language_code,
        changed if outdated else None,
        record.review.reviewed_at if hasattr(record, "review") else page.last_published_at,
        kept_by_hand=not record.enabled,
        texts_left=left,
    )


def _behind(
    records: Iterable[Translation], published: dict[tuple[UUID, int], datetime | None]
) -> set[int]:
    """Primary keys of records whose live original has other texts than those that the translation
    corresponds to. A translation that was never published corresponds to the synchronised ones.

    Two queries, if an original was published since at all.
    """
    suspects = []
    for record in records:
        source = record.source
        changed = published.get((source.object_id, source.locale_id))
        has_review = hasattr(record, "review")
        known_at = record.review.compared_at if has_review else source.last_updated_at
        if changed is not None and changed > known_at:
            suspects.append(record)
    if not suspects:
        return set()
    sources = {record.source.pk: record.source for record in suspects}.values()
    live, synchronised = live_digests(sources, published), synchronised_digests(sources)
    return {
        record.pk
        for record in suspects
        if live[record.source.pk]
        != (
            record.review.texts_digest
            if hasattr(record, "review")
            else synchronised[record.source.pk]
        )
    }


def texts_left(keys: Iterable[UUID]) -> Counter[tuple[UUID, int]]:
    """Map translation key and target locale to the number of untranslated texts, for synchronised
    translations. One query."""
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("source__stringsegment__string"),
        context=OuterRef("source__stringsegment__context"),
        locale=OuterRef("target_locale"),
        has_error=False,
    )
    rows = Translation.objects.filter(
        ~Exists(translated),
        enabled=True,
        source__object_id__in=list(keys),
        source__stringsegment__isnull=False,
    ).values_list("source__object_id", "target_locale_id", "source__stringsegment__string__data")
    return Counter(
        (key, locale)
        for key, locale, text in rows
        if needs_translation(StringValue(text).render_text())
    )


def texts_differ(source: TranslationSource) -> bool:
    """Whether the live source's texts differ from the synchronised ones."""
    return texts_digest(source) != synchronised_digest(source)


def synchronised_digest(source: TranslationSource) -> str:
    segments = StringSegment.objects.filter(source=source)
    return digest_of(segments.values_list("context__path", "string__data"))


def public_translations(page: Page) -> dict[str, Page]:
    """Return the public translations by language code, including the page itself."""
    translations = public_pages(page.get_translations(inclusive=True)).select_related("locale")
    return {translation.locale.language_code: translation for translation in translations}
