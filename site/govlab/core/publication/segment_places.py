"""Maps wagtail-localize's path of a text or override to the validation of its field or block."""

from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.models import TranslationSource

from govlab.delivery.safe_rich_text import address_reason

# Raises ValidationError for an invalid value.
Accepts = Callable[[Any], None]


def place_of(source: TranslationSource, path: str) -> Accepts | None:
    """Return the validator, or None if the path does not exist any more or accepts any text. The
    original is read only for paths into its rows and blocks. Raises ObjectDoesNotExist without it.

    `title`, `body.<block id>.link.url`, `steps.<translation key>.text`, or one of them and the
    quoted address of a link: `body.<block id>.'https://example.org/'`.
    """
    model = ContentType.objects.get_for_id(source.specific_content_type_id).model_class()
    if model is None:
        return None
    return _in(model if "." not in path else source.get_source_instance(), path)


def _in(instance: Any, path: str) -> Accepts | None:
    name, _dot, rest = path.partition(".")
    try:
        field: Any = instance._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    if isinstance(field, StreamField):
        return _in_block(field.stream_block, field.value_from_object(instance), rest)
    if isinstance(field, RichTextField):
        return _address if rest else None
    if field.one_to_many and rest:
        key, _dot, inner = rest.partition(".")
        row = next(
            (r for r in getattr(instance, name).all() if str(r.translation_key) == key), None
        )
        return _in(row, inner) if row is not None else None
    return _of_field(field)


def _of_field(field: Any) -> Accepts:
    def accepts(value: Any) -> None:
        if isinstance(field, models.ForeignKey):
            _exists(field.related_model, value)
            return
        field.run_validators(value)
        if isinstance(field, models.TextField) and field.max_length:
            MaxLengthValidator(field.max_length)(value)
        if isinstance(field, models.URLField):
            _address(value)
        if not field.blank and not str(value).strip():
            raise ValidationError(field.error_messages["blank"])

    return accepts


def _in_block(block: Any, value: Any, path: str) -> Accepts | None:
    if isinstance(block, blocks.RichTextBlock):
        return _address if path else None
    if not path:
        return _of_block(block)
    step, _dot, rest = path.partition(".")
    if isinstance(block, blocks.BaseStreamBlock):
        children = [(child.id, child.block, child.value) for child in value]
    elif isinstance(block, blocks.ListBlock):
        children = [(bound.id, bound.block, bound.value) for bound in value.bound_blocks]
    elif isinstance(block, blocks.BaseStructBlock):
        children = [(name, inner, value.get(name)) for name, inner in block.child_blocks.items()]
    else:
        return None
    return next(
        (_in_block(inner, held, rest) for name, inner, held in children if name == step), None
    )


def _of_block(block: Any) -> Accepts | None:
    if isinstance(block, blocks.ChooserBlock):
        return lambda value: _exists(block.model_class, value)
    if not isinstance(block, blocks.FieldBlock):
        return None

    def accepts(value: Any) -> None:
        block.clean(value)
        if isinstance(block, blocks.URLBlock):
            _address(value)

    return accepts


def _address(value: Any) -> None:
    for reason in address_reason(str(value)):
        raise ValidationError(reason)


def _exists(model: Any, value: Any) -> None:
    if not str(value).isdecimal() or not model._default_manager.filter(pk=value).exists():
        raise ValidationError(_("The chosen item no longer exists. Choose another."))
