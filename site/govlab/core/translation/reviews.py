"""Reviews of translations whose synchronisation was stopped.

wagtail-localize no longer manages their texts, so whether they are up to date cannot be computed.
An editor confirms it, until the original's texts change again.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation

from .published_texts import texts_digest, texts_of


class TranslationReview(models.Model):
    translation = models.OneToOneField(
        "wagtail_localize.Translation",
        verbose_name=_("translation"),
        on_delete=models.CASCADE,
        related_name="review",
    )
    reviewed_at = models.DateTimeField(_("time"))
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # The digest of the original's texts at that time.
    texts_digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.translation_id} at {self.reviewed_at:%Y-%m-%d %H:%M}"


def review(translation: Translation, user: Any) -> TranslationReview:
    """Record that the translation is up to date with its live original."""
    noted, _created = TranslationReview.objects.update_or_create(
        translation=translation,
        defaults={
            "reviewed_at": timezone.now(),
            "reviewed_by": user,
            "texts_digest": texts_digest(texts_of(translation.source.get_source_instance())),
        },
    )
    return noted
