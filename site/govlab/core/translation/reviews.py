"""Which texts of the original a published translation corresponds to.

wagtail-localize does not record it: a text may be synchronised, translated and still not
published, and an original that changes back finds its former translations. The record is written
when a translation is published, and when an editor confirms that it needs no change.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

# Path and text, as in wagtail-localize's segments. A path has one text per paragraph.
SourceText = tuple[str, str]


class TranslationReview(models.Model):
    translation = models.OneToOneField(
        "wagtail_localize.Translation",
        verbose_name=_("translation"),
        on_delete=models.CASCADE,
        related_name="review",
    )
    # When the translation first corresponded to these texts.
    reviewed_at = models.DateTimeField(_("time"))
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # The digest of the original's texts, and the texts as [path, text] in the order of the page.
    texts_digest = models.CharField(max_length=64)
    texts = models.JSONField(default=list)
    # When the original was last seen to have these texts.
    compared_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.translation_id} at {self.reviewed_at:%Y-%m-%d %H:%M}"


def review(translation: Translation, user: Any) -> TranslationReview:
    """Record that the translation is up to date with its live original."""
    now = timezone.now()
    return record(translation, live_texts(translation.source), compared_at=now, user=user, at=now)


def record(
    translation: Translation,
    texts: Sequence[SourceText],
    *,
    compared_at: datetime,
    at: datetime,
    user: Any,
) -> TranslationReview:
    """Record that the translation corresponds to the texts. If it did before, it keeps its time, so
    that publishing without changes changes nothing."""
    found: TranslationReview | None = TranslationReview.objects.filter(
        translation=translation
    ).first()
    digest = digest_of(texts)
    if found is None or found.texts_digest != digest:
        found = found or TranslationReview(translation=translation)
        found.texts_digest, found.reviewed_at, found.reviewed_by = digest, at, user
    elif found.compared_at >= compared_at and found.texts:
        return found
    found.texts, found.compared_at = list(texts), compared_at
    found.save()
    return found


def texts_digest(source: TranslationSource) -> str:
    return digest_of(live_texts(source))


def digest_of(texts: Iterable[SourceText]) -> str:
    """The order is ignored: a page whose blocks were moved says the same."""
    pairs = sorted((path, text) for path, text in texts)
    return hashlib.sha256(json.dumps(pairs).encode()).hexdigest()


def live_texts(source: TranslationSource) -> list[SourceText]:
    """Path and text of everything to translate in the live original, in the order of the page."""
    return [
        (segment.path, segment.string.data)
        for segment in extract_segments(source.get_source_instance())
        if isinstance(segment, StringSegmentValue)
    ]
