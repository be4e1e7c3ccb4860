"""Texts that somebody translated while the original's changes were taken over.

They are kept as translations of the former texts, which are offered beside the new ones.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from wagtail_localize.models import String, StringTranslation, Translation, TranslationContext

from .rich_text import FORMATS, ParagraphArea, from_plain, links_of

NAME = re.compile(r"text-(\d{1,18})-(\d{1,18})")


def save_former_texts(
    translation: Translation, data: Mapping[str, Any], present: Iterable[str], account: Any
) -> int:
    """Keep what `data` has for texts that are not `present` any more, and return their number."""
    kept = 0
    for name in set(data) - set(present):
        found = NAME.fullmatch(name)
        kept += bool(found and _save(translation, data, name, found[1], found[2], account))
    return kept


def _save(
    translation: Translation,
    data: Mapping[str, Any],
    name: str,
    string_key: str,
    context_key: str,
    account: Any,
) -> bool:
    source = translation.source
    string = String.objects.filter(pk=string_key, locale=source.locale).first()
    context = TranslationContext.objects.filter(pk=context_key, object=source.object_id).first()
    if string is None or context is None:
        return False
    text = _text(string, data, name)
    if not text or text == string.data:
        return False
    _translation, created = StringTranslation.objects.get_or_create(
        translation_of=string,
        locale=translation.target_locale,
        context=context,
        defaults={
            "data": text,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "last_translated_by": account,
        },
    )
    return bool(created)


def _text(string: String, data: Mapping[str, Any], name: str) -> str:
    value = str(data[name])
    if value.startswith("{"):
        area = ParagraphArea(FORMATS, links_of(string.data))
        return area.value_from_datadict(data, {}, name) or ""
    return from_plain(value.strip()) if value != "null" else ""
