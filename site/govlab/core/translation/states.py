"""The translation state of pages.

wagtail-localize reports a translation as current even after its source was republished, so the
state is computed here: if the source was published after its texts were last synchronised, the
texts are compared. Publishing without changes does not outdate translations.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue

from govlab.delivery.public import public_pages
from govlab.delivery.schemas.page import TranslationStatus

from .published_texts import live_digests, synchronised_digests, texts_digest, texts_of
from .untranslated import needs_translation


@dataclass(frozen=True)
class TranslationState:
    status: TranslationStatus
    source_locale: str
    # When the source was last published after the translation; set if outdated.
    source_changed_at: datetime | None = None
    # Whether its synchronisation was stopped, so that editors use the page's own form.
    kept_by_hand: bool = False
    # The number of untranslated texts; 0 if synchronisation was stopped.
    texts_left: int = 0


def translation_state(page: Page) -> TranslationState:
    return translation_states([page])[page.pk]


def translation_states(pages: Iterable[Page]) -> dict[int, TranslationState]:
    """Primary key → state, in at most six queries, however many pages.

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
    published = {
        (key, locale): moment
        for key, locale, moment in Page.objects.filter(translation_key__in=keys).values_list(
            "translation_key", "locale_id", "last_published_at"
        )
    }
    left = texts_left(keys) if records else Counter()
    translated = {
        page.pk: records[(page.translation_key, page.locale_id)]
        for page in wanted
        if (page.translation_key, page.locale_id) in records
    }
    outdated = _behind(translated.values(), published) | _awaiting_publication(
        [(page, translated[page.pk]) for page in wanted if page.pk in translated]
    )
    return {
        page.pk: _state(
            page,
            translated.get(page.pk),
            published,
            left[(page.translation_key, page.locale_id)],
            outdated,
        )
        for page in wanted
    }


def _state(
    page: Page,
    record: Translation | None,
    published: dict[tuple[UUID, int], datetime | None],
    left: int,
    records_outdated: set[int],
) -> TranslationState:
    if record is None:
        return TranslationState(TranslationStatus.ORIGINAL, page.locale.language_code)
    source = record.source
    changed = published.get((page.translation_key, source.locale_id))
    outdated = bool(left) or record.pk in records_outdated
    status = TranslationStatus.OUTDATED if outdated else TranslationStatus.CURRENT
    return TranslationState(
        status,
        source.locale.language_code,
        changed if outdated else None,
        kept_by_hand=not record.enabled,
        texts_left=left,
    )


def _is_reviewed(record: Translation) -> bool:
    """Whether it was confirmed as up to date, after synchronisation was stopped."""
    return not record.enabled and hasattr(record, "review")


def _behind(
    records: Iterable[Translation], published: dict[tuple[UUID, int], datetime | None]
) -> set[int]:
    """Primary keys of records whose original's texts changed since it was translated or reviewed.

    Two queries, if an original was published since at all.
    """
    suspects = []
    for record in records:
        source = record.source
        changed = published.get((source.object_id, source.locale_id))
        known_at = record.review.reviewed_at if _is_reviewed(record) else source.last_updated_at
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
        != (record.review.texts_digest if _is_reviewed(record) else synchronised[record.source.pk])
    }


def _awaiting_publication(translated: list[tuple[Page, Translation]]) -> set[int]:
    """Primary keys of records whose synchronised texts have not been published in the translation
    yet. One query, if a source was synchronised since the translation's publication."""
    suspects = [
        record
        for page, record in translated
        if not _is_reviewed(record)
        and page.last_published_at is not None
        and record.source.last_updated_at > page.last_published_at
    ]
    by_hand = {record.pk for record in suspects if not record.enabled}
    synchronised = [record.pk for record in suspects if record.enabled]
    if not synchronised:
        return by_hand
    targets = Page.objects.filter(
        translation_key=OuterRef("source__object_id"), locale=OuterRef("target_locale")
    )
    published_texts = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef(OuterRef("target_locale")),
        updated_at__lte=OuterRef(OuterRef("published_at")),
    )
    unpublished = StringSegment.objects.filter(~Exists(published_texts), source=OuterRef("source"))
    found = (
        Translation.objects.filter(pk__in=synchronised)
        .annotate(published_at=Subquery(targets.values("last_published_at")[:1]))
        .filter(Exists(unpublished))
    )
    return by_hand | set(found.values_list("pk", flat=True))


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
    live = texts_digest(texts_of(source.get_source_instance()))
    return live != synchronised_digests([source])[source.pk]


def public_translations(page: Page) -> dict[str, Page]:
    """Return the public translations by language code, including the page itself."""
    translations = public_pages(page.get_translations(inclusive=True)).select_related("locale")
    return {translation.locale.language_code: translation for translation in translations}
