"""The texts of originals as last published, as digests.

Whether a translation is outdated follows from the texts of its live original. Extracting them takes
several queries for each page, so lists of many pages compare digests recorded at publication.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from wagtail.models import Page
from wagtail.signals import page_published
from wagtail_localize.models import StringSegment, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from .reviews import digest_of

# A page in a language: translation key and locale.
Original = tuple[UUID, int]


class PublishedTexts(models.Model):
    """One row for each original, written when it is published after it was translated."""

    translation_key = models.UUIDField()
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+")
    # The original's `last_published_at`; a row of another moment is not used.
    published_at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    # When the texts first differed from the synchronised ones; None while they do not.
    differs_since = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "locale"], name="core_unique_published_texts"
            )
        ]

    def __str__(self) -> str:
        return f"{self.translation_key} at {self.published_at:%Y-%m-%d %H:%M}"


def connect() -> None:
    page_published.connect(_published, dispatch_uid="core_published_texts")


def texts_of(instance: Any) -> list[tuple[str, str]]:
    """Path and text of everything to translate in a page or term."""
    return [
        (segment.path, segment.string.data)
        for segment in extract_segments(instance)
        if isinstance(segment, StringSegmentValue)
    ]


def live_digests(
    sources: Iterable[TranslationSource], published: Mapping[Original, datetime | None]
) -> dict[int, str]:
    """Primary key of a source → digest of its original's live texts. One query, and a few for each
    original that was published before digests were recorded."""
    wanted = list(sources)
    recorded = {
        (row.translation_key, row.locale_id): row
        for row in PublishedTexts.objects.filter(
            translation_key__in={source.object_id for source in wanted}
        )
    }
    digests = {}
    for source in wanted:
        original = source.object_id, source.locale_id
        row = recorded.get(original)
        if row is not None and row.published_at == published.get(original):
            digests[source.pk] = row.digest
        else:
            digests[source.pk] = digest_of(texts_of(source.get_source_instance()))
    return digests


def synchronised_digests(sources: Iterable[TranslationSource]) -> dict[int, str]:
    """Primary key of a source → digest of the texts that its translations know. One query."""
    texts: dict[int, list[tuple[str, str]]] = {source.pk: [] for source in sources}
    rows = StringSegment.objects.filter(source__in=list(texts)).values_list(
        "source_id", "context__path", "string__data"
    )
    for source, path, text in rows:
        texts[source].append((path, text))
    return {source: digest_of(found) for source, found in texts.items()}


def differing_since(keys: Iterable[UUID]) -> dict[Original, datetime]:
    """Since when the live texts of originals have differed from the synchronised ones, where that
    was recorded. One query."""
    rows = PublishedTexts.objects.filter(
        translation_key__in=list(keys), differs_since__isnull=False
    )
    return {
        (row.translation_key, row.locale_id): row.differs_since for row in rows if row.differs_since
    }


def _published(instance: Page, **kwargs: Any) -> None:
    """Wagtail's signal, within the transaction of the publication."""
    source = TranslationSource.objects.filter(
        object_id=instance.translation_key, locale=instance.locale_id
    ).first()
    published_at = instance.last_published_at
    if source is None or published_at is None:
        return
    digest = digest_of(texts_of(instance))
    since = None
    if digest != synchronised_digests([source])[source.pk]:
        before = PublishedTexts.objects.filter(
            translation_key=instance.translation_key,
            locale=instance.locale_id,
            differs_since__gt=source.last_updated_at,
        ).first()
        since = before.differs_since if before else published_at
    texts = PublishedTexts(
        translation_key=instance.translation_key,
        locale_id=instance.locale_id,
        published_at=published_at,
        digest=digest,
        differs_since=since,
    )
    PublishedTexts.objects.bulk_create(
        [texts],
        update_conflicts=True,
        unique_fields=["translation_key", "locale_id"],
        update_fields=["published_at", "digest", "differs_since"],
    )
