"""Records which texts of the original each revision of a translation was made of.

A revision may be published later than others, by a schedule, a workflow or a revert, when the
original's texts were synchronised again.
"""

from typing import Any

from django.db import models
from wagtail.models import Page, Revision
from wagtail.signals import published
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from .reviews import record


class TranslatedRevision(models.Model):
    revision = models.OneToOneField(
        "wagtailcore.Revision", on_delete=models.CASCADE, related_name="+"
    )
    # The original's texts, as in TranslationReview, and when they were synchronised.
    texts = models.JSONField()
    synchronised_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"revision {self.revision_id}"


def note(source: TranslationSource, revision: Revision) -> None:
    """Called when a translation was saved with the synchronised texts."""
    segments = StringSegment.objects.filter(source=source).order_by("order")
    TranslatedRevision.objects.create(
        revision=revision,
        texts=list(segments.values_list("context__path", "string__data")),
        synchronised_at=source.last_updated_at,
    )


def connect() -> None:
    published.connect(_published, dispatch_uid="core_translated_revision")


def _published(instance: Any, revision: Revision, **kwargs: Any) -> None:
    """A revision that was written by hand says nothing about the original."""
    if not isinstance(instance, Page) or not instance.live:
        return
    noted = TranslatedRevision.objects.filter(revision=revision).first()
    translation = noted and _translation_of(instance)
    if noted is None or translation is None:
        return
    record(
        translation,
        noted.texts,
        compared_at=noted.synchronised_at,
        at=instance.last_published_at,
        user=revision.user,
    )


def _translation_of(page: Page) -> Translation | None:
    return Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id
    ).first()
