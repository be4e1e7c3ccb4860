"""What is wrong with a text or an address of a translation, said where the translator writes it.

Each is judged when it is saved, whatever saves it: the translation editor, a PO file, a machine.
wagtail-localize shows the reason beside the text and leaves the text out until it is changed. It is
for the translator's sake: the publication gate judges the page as a whole.
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
    """Writes the reasons of a refusal beside the texts and addresses that they are about."""
    for path, reason in _reasons(refused):
        texts = StringTranslation.objects.filter(
            locale_id=translation.target_locale_id,
            context__object_id=translation.source.object_id,
            context__path=path,
            translation_of__segments__source=translation.source,
        ).distinct()
        # Of a rich text with several paragraphs nobody can tell which is at fault.
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
    """wagtail-localize resets a changed text's error, and not that of a changed override."""
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
        place = place_of(source.get_source_instance(), context.path) if source else None
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
    """Past `save`, whose signal brought us here; the instance too, for who shows it next."""
    values = {"has_error": bool(reason), "field_error": reason}
    type(instance)._default_manager.filter(pk=instance.pk).update(**values)
    for name, value in values.items():
        setattr(instance, name, value)
