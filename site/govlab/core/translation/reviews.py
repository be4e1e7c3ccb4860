"""What somebody said of a translation that is kept by hand.

Its texts are no longer wagtail-localize's, so nothing can tell from them whether they follow the
original. An editor says it, and it holds until the original's texts change again.
"""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


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
    # Of the original's texts at that time.
    texts_digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.translation_id} at {self.reviewed_at:%Y-%m-%d %H:%M}"


def review(translation: Translation, user: Any) -> TranslationReview:
    """Notes that the translation is up to date with its original as it is live now."""
    noted, _created = TranslationReview.objects.update_or_create(
        translation=translation,
        defaults={
            "reviewed_at": timezone.now(),
            "reviewed_by": user,
            "texts_digest": texts_digest(translation.source),
        },
    )
    return noted


def texts_digest(source: TranslationSource) -> str:
    return hashlib.sha256(json.dumps(live_texts(source)).encode()).hexdigest()


def live_texts(source: TranslationSource) -> list[tuple[str, str]]:
    """Path and text of everything to translate in the live original, in an order of their own."""
    return sorted(
        (segment.path, segment.string.data)
        for segment in extract_segments(source.get_source_instance())
        if isinstance(segment, StringSegmentValue)
    )
