"""Keeps the texts and values of a translation in wagtail-localize's records."""

import json
from collections.abc import Mapping
from typing import Any

from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from .rows import TextRow, ValueRow


def save_texts(translation: Translation, texts: Mapping[TextRow, str], account: Any) -> None:
    """Only what differs, so that it stays known who translated a text, and when."""
    for row, data in texts.items():
        if not data and row.translation is not None:
            row.translation.delete()
            row.translation = None
        elif data and data != row.data:
            row.translation, _created = StringTranslation.objects.update_or_create(
                translation_of_id=row.segment.string_id,
                locale_id=translation.target_locale_id,
                context_id=row.segment.context_id,
                defaults={
                    "data": data,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                    "tool_name": "",
                    "last_translated_by": account,
                    "has_error": False,
                    "field_error": "",
                },
            )


def save_values(translation: Translation, values: Mapping[ValueRow, Any], account: Any) -> None:
    for row, value in values.items():
        if value is None and row.override is not None:
            row.override.delete()
            row.override = None
        elif value is not None and (row.override is None or value != row.override.data):
            row.override, _created = SegmentOverride.objects.update_or_create(
                locale_id=translation.target_locale_id,
                context_id=row.segment.context_id,
                defaults={"data_json": json.dumps(value), "last_translated_by": account},
            )
