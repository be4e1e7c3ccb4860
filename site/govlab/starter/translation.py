"""Translates the starting content with wagtail-localize, as an editor would."""

from itertools import groupby
from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def _strings(instance: Any) -> dict[str, list[str]]:
    """Segment path → its strings, in order; a rich text has several."""
    segments = [s for s in extract_segments(instance) if isinstance(s, StringSegmentValue)]
    return {
        path: [segment.string.data for segment in group]
        for path, group in groupby(segments, key=lambda segment: segment.path)
    }


def translate(source: Any, twin: Any, target: Locale) -> None:
    """Translates `source` with the texts of `twin`, an unsaved copy of it in the other language.

    Raises ValueError where the two do not pair up piece by piece.
    """
    record, _ = TranslationSource.update_or_create_from_instance(source)
    translation, _ = Translation.objects.get_or_create(source=record, target_locale=target)
    translated = _strings(twin)
    known = {
        (text.translation_of_id, text.context_id): text
        for text in StringTranslation.objects.filter(
            locale=target, context__object_id=record.object_id
        ).select_related("translation_of", "context")
    }
    stored = (
        StringSegment.objects.filter(source=record)
        .select_related("string", "context")
        .order_by("order")
    )
    for path, group in groupby(stored, key=lambda segment: segment.context.path):
        segments = list(group)
        texts = translated.get(path, [])
        if len(texts) != len(segments):
            raise ValueError(
                f"{source}: “{path}” has {len(segments)} pieces of text in the source "
                f"and {len(texts)} in the translation."
            )
        for segment, text in zip(segments, texts, strict=True):
            key = (segment.string_id, segment.context_id)
            if key not in known:
                known[key] = StringTranslation(
                    translation_of=segment.string, locale=target, context=segment.context
                )
            known[key].data = text
            known[key].translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
            known[key].save()
    translation.save_target(publish=True)
