"""Texts that wagtail-localize need not ask a translator for.

It keeps translations by a text and the place where it stands. So a row that is inserted into a
table moves all below it to places without translations, and numbers are asked for like words. Here
a text gets the translation that it has elsewhere in its block; one without words, itself. Either
can be changed in the translation editor, as any other.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from .untranslated import needs_translation


def connect() -> None:
    post_save.connect(_segment, sender=StringSegment, dispatch_uid="core_settled_segment")
    post_save.connect(_translation, sender=Translation, dispatch_uid="core_settled_translation")


def _segment(instance: StringSegment, created: bool, **kwargs: Any) -> None:
    """The texts of a source are taken over again; places that are new come here."""
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
    for segment in wanted:
        string = segment.string
        data = beside.get((string.pk, _block(segment.context.path)))
        if not data and not needs_translation(StringValue(string.data).render_text()):
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
    """The newest of each text in each block of the page."""
    found = StringTranslation.objects.filter(
        translation_of__in=[segment.string_id for segment in segments],
        context__object__in={segment.context.object_id for segment in segments},
        locale=locale,
        has_error=False,
    ).order_by("updated_at")
    return {
        (string, _block(path)): data
        for string, path, data in found.values_list("translation_of", "context__path", "data")
        if _block(path)
    }


def _block(path: str) -> str:
    """`body.<block id>` of all that is in a block; empty for a field without blocks."""
    field, _dot, rest = path.partition(".")
    return f"{field}.{rest.partition('.')[0]}" if rest else ""
