"""Validation errors of single texts and URLs of a translation, shown in the translation editor.

Each text is validated on saving, by the translation editor, a PO file or machine translation.
wagtail-localize shows the error next to the text and ignores the text until it is changed. This
only helps translators: the publication gate validates the whole page.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.db.models.signals import post_save
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.strings import StringValue

from govlab.delivery.safe_urls import is_safe_url

from .gate import PageRefused
from .segment_places import place_of

_DATA = frozenset(("data", "data_json"))


def connect() -> None:
    post_save.connect(_judge, sender=StringTranslation, dispatch_uid="core_string_translation")
    post_save.connect(_judge, sender=SegmentOverride, dispatch_uid="core_segment_override")


def mark_refused(translation: Translation, refused: ValidationError) -> None:
    """Store the reasons of a refusal with the texts and URLs concerned."""
    for path, reason in _reasons(refused):
        texts = StringTranslation.objects.filter(
            locale_id=translation.target_locale_id,
            context__object_id=translation.source.object_id,
            context__path=path,
            translation_of__segments__source=translation.source,
        ).distinct()
        # The paragraph of a rich text cannot be identified if there are several.
        if len(texts) == 1:
            _write(texts[0], reason)
        overrides = SegmentOverride.objects.filter(
            locale_id=translation.target_locale_id, context__object_id=translation.source.object_id
        ).select_related("context")
        for override in overrides:
            link = override.context.path.startswith(f"{path}.'")
            if override.context.path == path or (link and not is_safe_url(override.data)):
                _write(override, reason)


def _reasons(refused: ValidationError) -> Iterable[tuple[str, str]]:
    if isinstance(refused, PageRefused):
        return [(problem.path or problem.field, problem.reason) for problem in refused.problems]
    if hasattr(refused, "error_dict"):
        return [(field, messages[0]) for field, messages in refused.message_dict.items()]
    return []


def _judge(
    instance: Any, raw: bool = False, update_fields: Iterable[str] | None = None, **kwargs: Any
) -> None:
    """wagtail-localize resets the error of a changed text, but not of a changed override."""
    changed = update_fields is None or not _DATA.isdisjoint(update_fields)
    if raw or not changed or instance.context_id is None:
        return
    reason = _reason(instance)
    if reason:
        _write(instance, reason)
    elif isinstance(instance, SegmentOverride) and instance.has_error:
        _write(instance, "")


def _reason(instance: Any) -> str:
    context: TranslationContext = instance.context
    source = (
        TranslationSource.objects.filter(object_id=context.object_id)
        .exclude(locale_id=instance.locale_id)
        .first()
    )
    try:
        place = place_of(source, context.path) if source else None
    except ObjectDoesNotExist:
        place = None
    if place is None:
        return ""
    override = isinstance(instance, SegmentOverride)
    value = instance.data if override else StringValue(instance.data).render_text()
    try:
        place(value)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _write(instance: models.Model, reason: str) -> None:
    """Update without `save`, which would send the signal again, and update the instance too."""
    values = {"has_error": bool(reason), "field_error": reason}
    type(instance)._default_manager.filter(pk=instance.pk).update(**values)
    for name, value in values.items():
        setattr(instance, name, value)
