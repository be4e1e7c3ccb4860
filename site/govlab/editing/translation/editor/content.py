"""A page or term with the texts of its translation in place, without saving it.

wagtail-localize's own function works on the saved row; here it is a revision, with what the form
holds.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import Translation
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue


def place_texts(
    translation: Translation,
    target: Any,
    texts: Mapping[tuple[str, int], str],
    values: Mapping[tuple[str, int], Any],
) -> None:
    """Put texts and values, by path and order, into `target`.

    What is not given stays as in the original. Raises DoesNotExist if a value names something that
    does not exist.
    """
    source, locale = translation.source, translation.target_locale
    original = source.as_instance()
    copy_synchronised_fields(original, target)
    originals = {
        (segment.context.path, segment.order): segment.string.as_value()
        for segment in source.stringsegment_set.select_related("context", "string")
    }
    segments = source._get_segments_for_translation(locale, fallback=True)
    for segment in segments:
        if isinstance(segment, StringSegmentValue):
            data = texts.get((segment.path, segment.order))
            segment.string = StringValue(data) if data else originals[segment.path, segment.order]
    segments = [
        *(each for each in segments if not isinstance(each, OverridableSegmentValue)),
        *(
            OverridableSegmentValue(path, value, order=order)
            for (path, order), value in values.items()
        ),
    ]
    ingest_segments(original, target, source.locale, locale, segments)
    if isinstance(target, Page):
        target.slug = find_available_slug(
            target.get_parent(), slugify(target.slug), ignore_page_id=target.pk
        )
        target.draft_title = target.title
