"""Records which texts of the original each revision of a synchronised translation was made of.

A revision may be published later than others, by a schedule or a workflow, when the original's
texts were synchronised again.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models.signals import post_save
from wagtail.models import Page, Revision
from wagtail.signals import published
from wagtail_localize.models import StringSegment, Translation

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


def connect() -> None:
    post_save.connect(_saved, sender=Revision, dispatch_uid="core_translated_revision")
    published.connect(_published, dispatch_uid="core_published_translation")


def _saved(
    instance: Revision,
    raw: bool = False,
    update_fields: Iterable[str] | None = None,
    **kwargs: Any,
) -> None:
    """Whoever writes a synchronised translation puts the translations of all texts into it."""
    content = instance.content
    if raw or (update_fields is not None and "content" not in update_fields):
        return
    if not isinstance(content, dict) or not content.get("translation_key"):
        return
    translation = (
        Translation.objects.filter(
            source__object_id=content["translation_key"],
            target_locale_id=content.get("locale"),
            enabled=True,
        )
        .select_related("source")
        .first()
    )
    if translation is None:
        return
    segments = StringSegment.objects.filter(source=translation.source).order_by("order")
    translated = TranslatedRevision(
        revision=instance,
        texts=list(segments.values_list("context__path", "string__data")),
        synchronised_at=translation.source.last_updated_at,
    )
    TranslatedRevision.objects.bulk_create(
        [translated],
        update_conflicts=True,
        unique_fields=["revision_id"],
        update_fields=["texts", "synchronised_at"],
    )


def _published(instance: Any, revision: Revision, **kwargs: Any) -> None:
    """A revision that was written by hand says nothing about the original."""
    if not isinstance(instance, Page) or not instance.live or not instance.last_published_at:
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
