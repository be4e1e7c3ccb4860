"""Translates texts automatically that need no translator.

wagtail-localize stores translations by text and path, so that a row inserted into a table loses the
translations of all rows below, and it requires translations of numbers too. Here a text gets the
translation that it has elsewhere in its block. A text without words is its own translation, and so
is a name that was said to be the same in both languages on another page. All can be changed in the
translation editor.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from .untranslated import MIN_CONCLUSIVE_WORDS, needs_translation


def connect() -> None:
    post_save.connect(_segment, sender=StringSegment, dispatch_uid="core_settled_segment")
    post_save.connect(_translation, sender=Translation, dispatch_uid="core_settled_translation")


def _segment(instance: StringSegment, created: bool, **kwargs: Any) -> None:
    """Translate new segments, created when the texts of a source are synchronised."""
    if created:
        translations = Translation.objects.filter(source=instance.source_id)
        for translation in translations.select_related("target_locale"):
            _settle([instance], translation.target_locale)


def _translation(instance: Translation, created: bool, **kwargs: Any) -> None:
    if created:
        segments = StringSegment.objects.filter(source=instance.source_id)
        _settle(segments.select_related("string", "context"), instance.target_locale)


def _settle(segments: Iterable[StringSegment], locale: Locale) -> None:
    wanted = list(segments)
    beside = _translations_beside(wanted, locale)
    names = _names([segment.string_id for segment in wanted], locale)
    for segment in wanted:
        string = segment.string
        data = beside.get((string.pk, block_of(segment.context.path)))
        is_name = string.pk in names and segment.context.path != "slug"
        if not data and (is_name or not needs_translation(StringValue(string.data).render_text())):
            data = string.data
        if data:
            StringTranslation.objects.get_or_create(
                translation_of=string,
                locale=locale,
                context=segment.context,
                defaults={
                    "data": data,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                },
            )


def _translations_beside(
    segments: Iterable[StringSegment], locale: Locale
) -> dict[tuple[int, str], str]:
    """Return the newest translation of each text in each block of the page."""
    found = StringTranslation.objects.filter(
        translation_of__in=[segment.string_id for segment in segments],
        context__object__in={segment.context.object_id for segment in segments},
        locale=locale,
        has_error=False,
    ).order_by("updated_at")
    return {
        (string, block_of(path)): data
        for string, path, data in found.values_list("translation_of", "context__path", "data")
        if block_of(path)
    }


def _names(strings: list[int], locale: Locale) -> set[int]:
    """Return the short texts that are the same in both languages wherever they are translated."""
    translated = StringTranslation.objects.filter(
        translation_of__in=strings, locale=locale, has_error=False
    )
    texts = translated.values_list("translation_of", "translation_of__data", "data")
    same: set[int] = set()
    others: set[int] = set()
    for string, original, data in texts:
        is_name = data == original and len(original.split()) < MIN_CONCLUSIVE_WORDS
        (same if is_name else others).add(string)
    return same - others


def block_of(path: str) -> str:
    """Return `body.<block id>` for paths in a block; empty for other fields."""
    field, _dot, rest = path.partition(".")
    return f"{field}.{rest.partition('.')[0]}" if rest else ""
