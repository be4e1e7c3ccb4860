"""What a page's own form would refuse, asked of a page that came without a form."""

from collections.abc import Iterator
from functools import cache, partial
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.admin.panels import InlinePanel, Panel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page
from wagtail.rich_text import RichTextMaxLengthValidator

from govlab.delivery.safe_rich_text import address_reason, rich_text_reasons

from .block_validation import stream_problems
from .problems import Problem


def page_problems(page: Page) -> Iterator[Problem]:
    """The page's fields, every block of its streams, and its rows."""
    refused = _model_errors(page)
    for name, messages in refused.items():
        yield from (Problem(message, field=name, place=_label(page, name)) for message in messages)
    yield from _text_problems(page, except_for=set(refused))
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield from stream_problems(
                field.stream_block,
                field.value_from_object(page),
                field.name,
                _label(page, field.name),
            )
    for relation in get_all_child_relations(page):
        if relation.name != COMMENTS_RELATION_NAME:
            yield from _row_problems(page, relation.get_accessor_name())


def _model_errors(page: Page) -> dict[str, list[str]]:
    try:
        page.full_clean()
    except ValidationError as error:
        return _by_field(error)
    return {}


def _by_field(error: ValidationError) -> dict[str, list[str]]:
    has_fields = hasattr(error, "error_dict")
    return error.message_dict if has_fields else {NON_FIELD_ERRORS: error.messages}


def _text_problems(instance: models.Model, *, except_for: set[str]) -> Iterator[Problem]:
    """What forms ask of texts and models do not."""
    for field in instance._meta.concrete_fields:
        value = field.value_from_object(instance)
        if field.name in except_for or not field.editable or not isinstance(value, str):
            continue
        for reason in _text_reasons(field, value):
            yield Problem(reason, field=field.name, place=_label(instance, field.name))


def _text_reasons(field: Any, value: str) -> Iterator[str]:
    if not field.blank and value and not value.strip():
        yield str(field.error_messages["blank"])
    if isinstance(field, RichTextField):
        yield from rich_text_reasons(value)
    elif isinstance(field, models.URLField):
        yield from address_reason(value)
    if isinstance(field, models.TextField) and field.max_length:
        limit = (
            RichTextMaxLengthValidator if isinstance(field, RichTextField) else MaxLengthValidator
        )
        try:
            limit(field.max_length)(value)
        except ValidationError as error:
            yield from error.messages


def _row_problems(page: Page, relation: str) -> Iterator[Problem]:
    rows = list(getattr(page, relation).all())
    model: Any = type(page)
    panel = _inline_panels(model).get(relation)
    heading = capfirst(str(panel.heading)) if panel else relation
    if panel and panel.min_num and len(rows) < panel.min_num:
        reason = _("There must be at least %(number)d.") % {"number": panel.min_num}
        yield Problem(reason, field=relation, place=heading)
    if panel and panel.max_num is not None and len(rows) > panel.max_num:
        reason = _("There may be at most %(number)d.") % {"number": panel.max_num}
        yield Problem(reason, field=relation, place=heading)
    for number, row in enumerate(rows, 1):
        place = _("%(heading)s, row %(number)d") % {"heading": heading, "number": number}
        path = f"{relation}.{getattr(row, 'translation_key', '')}"
        for problem in _of_row(row):
            inner = f"{place}, {problem.place}" if problem.place else place
            yield Problem(
                problem.reason, field=relation, place=inner, path=f"{path}.{problem.field}"
            )


def _of_row(row: models.Model) -> Iterator[Problem]:
    """Whether what foreign keys name is there is left to the database, which does not ask a query
    for each row."""
    foreign = {field.name for field in row._meta.concrete_fields if field.is_relation}
    errors: dict[str, list[str]] = {}
    for validate in (partial(row.clean_fields, exclude=foreign), row.clean):
        try:
            validate()
        except ValidationError as error:
            errors |= _by_field(error)
    for name, messages in errors.items():
        yield from (Problem(message, field=name, place=_label(row, name)) for message in messages)
    yield from _text_problems(row, except_for=set(errors))


@cache
def _inline_panels(model: Any) -> dict[str, InlinePanel]:
    """Relation → the panel in which editors fill in its rows."""

    def walk(panel: Panel) -> Iterator[InlinePanel]:
        if isinstance(panel, InlinePanel):
            yield panel
        for child in getattr(panel, "children", ()):
            yield from walk(child)

    return {panel.relation_name: panel for panel in walk(model.get_edit_handler())}


def _label(instance: models.Model, name: str) -> str:
    if name == NON_FIELD_ERRORS:
        return ""
    try:
        field: Any = instance._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return str(capfirst(field.verbose_name))
