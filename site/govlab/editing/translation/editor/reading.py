"""Reads the rows of a translation from wagtail-localize's records."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)

from govlab.core.translation.changes import changes_of

from .places import place_of
from .rows import RelatedRow, Rows, TextRow, ValueRow


def rows_of(translation: Translation) -> Rows:
    """A few queries, however long the page is."""
    source, locale = translation.source, translation.target_locale
    original = source.as_instance()
    contexts = {"context__object_id": source.object_id, "locale": locale}
    translated = {
        (text.translation_of_id, text.context_id): text
        for text in StringTranslation.objects.filter(**contexts).select_related(
            "translation_of", "context"
        )
    }
    overrides = {
        override.context_id: override
        for override in SegmentOverride.objects.filter(**contexts).select_related("context")
    }
    texts: dict[tuple[int, int], TextRow] = {}
    for segment in _segments(StringSegment, source, "string"):
        key = (segment.string_id, segment.context_id)
        if key in texts:
            texts[key].segments.append(segment)
        else:
            place = place_of(original, segment.context.path)
            texts[key] = TextRow([segment], place, translated.get(key))
    if changes := changes_of(translation):
        for row in texts.values():
            row.change = changes.of(row.path, row.source)
    for path, row in {row.place.comment_path: row for row in reversed(texts.values())}.items():
        row.opens_comments = bool(path)
    values = _values(original, source, overrides)
    related = _related(original, source, locale)
    return Rows(translation, list(texts.values()), values, related)


def _values(original: Any, source: Any, overrides: dict[int, SegmentOverride]) -> list[ValueRow]:
    rows = [
        ValueRow(
            segment,
            place_of(original, segment.context.path),
            overrides.get(segment.context_id),
        )
        for segment in _segments(OverridableSegment, source)
    ]
    for model in {row.model for row in rows if row.model}:
        of_model = [row for row in rows if row.model is model]
        chosen = model._default_manager.in_bulk([row.segment.data for row in of_model])
        for row in of_model:
            row.chosen = chosen.get(row.segment.data)
    return rows


def _related(original: Any, source: Any, locale: Any) -> list[RelatedRow]:
    segments = list(_segments(RelatedObjectSegment, source, "object__content_type"))
    found: dict[tuple[Any, int], Model] = {}
    for kind in {segment.object.content_type for segment in segments}:
        keys = [segment.object_id for segment in segments]
        things = kind.model_class()._default_manager.filter(
            translation_key__in=keys, locale__in=[source.locale_id, locale.pk]
        )
        found |= {(thing.translation_key, thing.locale_id): thing for thing in things}
    return [
        RelatedRow(
            segment,
            place_of(original, segment.context.path),
            found.get((segment.object_id, source.locale_id)),
            found.get((segment.object_id, locale.pk)),
        )
        for segment in segments
    ]


def _segments(model: Any, source: Any, *related: str) -> Iterable[Any]:
    return model.objects.filter(source=source).select_related("context", *related).order_by("order")
