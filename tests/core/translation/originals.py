"""Originals whose blocks keep their ids, with a translation of them."""

from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from tests.factories import publish

Blocks = list[dict[str, Any]]


def rich(key: str, html: str) -> dict[str, Any]:
    return {"type": "rich_text", "id": key, "value": html}


def heading(key: str, text: str) -> dict[str, Any]:
    return {"type": "heading", "id": key, "value": {"text": text, "level": "2"}}


def table(key: str, *rows: list[str]) -> dict[str, Any]:
    value = {"data": list(rows), "table_caption": "", "table_header_choice": "row"}
    value |= {"first_row_is_table_header": True, "first_col_is_header": False}
    return {"type": "table", "id": key, "value": value}


def write(page: Any, *, body: Blocks | None = None, **texts: Any) -> Any:
    """Changes and publishes the original, as an editor does."""
    page = type(page).objects.get(pk=page.pk)
    if body is not None:
        page.body = page._meta.get_field("body").stream_block.to_python(body)
    for field, text in texts.items():
        setattr(page, field, text)
    return publish(page)


def submit(page: Any) -> Translation:
    """Starts the translation into English, or takes the original's texts over again."""
    english = Locale.objects.get(language_code="en")
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translation, created = Translation.objects.get_or_create(source=source, target_locale=english)
    if created:
        translation.save_target(publish=False)
    return stored(translation)


def stored(translation: Translation) -> Translation:
    """As another request reads it."""
    return Translation.objects.get(pk=translation.pk)


def answer(translation: Translation, kind: str = "manual", **texts: str) -> None:
    """Translates what is left: as in `texts`, by path, or with “en: ” before it."""
    segments = StringSegment.objects.filter(source=translation.source).annotate_translation(
        translation.target_locale
    )
    for segment in segments.filter(translation=None):
        text = f"en: {segment.string.data}" if segment.context.path != "slug" else "address"
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data=texts.get(segment.context.path, text),
            translation_type=kind,
        )


def finish(translation: Translation, **texts: str) -> Translation:
    """Translates what is left and publishes it."""
    answer(translation, **texts)
    translation.save_target(publish=True)
    return stored(translation)
