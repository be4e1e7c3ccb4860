"""Where a text or a value stands on its page: under which heading, with which label and limits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    Panel,
    TabbedInterface,
    get_edit_handler,
)
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from govlab.core.blocks.table import CAPTION_PATH


@dataclass(frozen=True)
class Place:
    # The heading of the part of the page; and the label within it.
    part: str
    label: str
    help_text: str = ""
    # The largest number of characters.
    limit: int | None = None
    multiline: bool = False
    # The features of a rich text; None for plain text.
    features: tuple[str, ...] | None = None
    # The model field or block that holds the value; None if it is gone.
    holder: Any = None
    # Wagtail's path of a comment on it.
    comment_path: str = ""
    # The order of its field in the page's form.
    order: int = 0


def place_of(instance: models.Model, path: str) -> Place:
    """`instance` is the original as it was submitted for translation."""
    name, _dot, rest = path.partition(".")
    known = panels(type(instance))
    order, heading = known.get(name, (len(known), _("Other")))
    place = replace(_in_model(instance, name, rest, heading), order=order)
    return place if place.comment_path else replace(place, comment_path=name)


def chosen_model(place: Place) -> type[models.Model] | None:
    """The model of what is chosen at this place; None where something is written."""
    if isinstance(place.holder, models.ForeignKey):
        related: type[models.Model] = place.holder.related_model
        return related
    if isinstance(place.holder, blocks.ChooserBlock):
        return place.holder.model_class
    return None


def _in_model(instance: Any, name: str, rest: str, heading: str) -> Place:
    try:
        field: Any = instance._meta.get_field(name)
    except FieldDoesNotExist:
        return Place(heading, name)
    if isinstance(field, StreamField):
        return _in_stream(field, field.value_from_object(instance), rest, _name(field))
    if field.one_to_many:
        return _in_row(getattr(instance, name).all(), rest, heading)
    return Place(
        heading,
        _joined(_name(field), _("Link")) if rest else _name(field),
        help_text=str(getattr(field, "help_text", "")),
        limit=field.max_length if isinstance(field, (models.CharField, models.TextField)) else None,
        multiline=isinstance(field, models.TextField),
        features=_features(field) if isinstance(field, RichTextField) else None,
        holder=field,
    )


def _in_row(rows: Any, rest: str, heading: str) -> Place:
    key, _dot, inner = rest.partition(".")
    name, _dot, below = inner.partition(".")
    for number, row in enumerate(rows, 1):
        if str(row.translation_key) == key:
            part = _("%(heading)s, row %(number)d") % {"heading": heading, "number": number}
            return replace(_in_model(row, name, below, part), part=part)
    return Place(heading, heading)


def _in_stream(field: StreamField, value: Any, rest: str, heading: str) -> Place:
    key, _dot, inner = rest.partition(".")
    for number, child in enumerate(value, 1):
        if child.id == key:
            part = _("%(heading)s, %(number)d. %(block)s") % {
                "heading": heading,
                "number": number,
                "block": _name(child.block),
            }
            path = f"{field.name}.{key}"
            return _in_block(child.block, child.value, inner, Place(part, "", comment_path=path))
    return Place(heading, heading)


def _in_block(block: Any, value: Any, rest: str, place: Place) -> Place:
    step, _dot, inner = rest.partition(".")
    if isinstance(block, TableBlock):
        return replace(place, label=_cell(rest), holder=block)
    if isinstance(block, blocks.BaseStructBlock) and step in block.child_blocks:
        child = block.child_blocks[step]
        below = replace(place, label=_joined(place.label, _name(child)))
        deeper = replace(below, comment_path=f"{place.comment_path}.{step}")
        return _in_block(child, value.get(step), inner, deeper)
    if isinstance(block, (blocks.ListBlock, blocks.BaseStreamBlock)):
        held = value.bound_blocks if isinstance(block, blocks.ListBlock) else value
        for number, child in enumerate(held, 1):
            if child.id == step:
                below = replace(place, label=_joined(place.label, str(number)))
                return _in_block(child.block, child.value, inner, below)
    # A block of one value is named by its part of the page. What follows is the address of a link.
    return replace(
        place,
        label=_joined(place.label, _("Link")) if rest else place.label or _name(block),
        help_text=str(getattr(getattr(block, "field", None), "help_text", "") or ""),
        limit=getattr(getattr(block, "field", None), "max_length", None),
        multiline=isinstance(block, (blocks.TextBlock, blocks.BlockQuoteBlock)),
        features=_features(block) if isinstance(block, blocks.RichTextBlock) else None,
        holder=block,
    )


def _cell(path: str) -> str:
    if path == CAPTION_PATH:
        return _("Caption")
    row, _dot, column = path.partition(".")
    return _("Row %(row)d, column %(column)d") % {"row": int(row) + 1, "column": int(column) + 1}


def _joined(label: str, inner: str) -> str:
    return f"{label}, {inner}" if label else inner


def _features(holder: Any) -> tuple[str, ...]:
    return tuple(holder.features or ())


def _name(holder: Any) -> str:
    name = getattr(holder, "label", None) or getattr(holder, "verbose_name", None) or holder.name
    return str(capfirst(str(name)))


def panels(model: type[models.Model]) -> dict[str, tuple[int, str]]:
    """Map fields and relations to their order in the form and the heading of their tab; rows have a
    heading of their own."""
    places: dict[str, tuple[int, str]] = {}
    for name, heading in _leaves(model):
        places.setdefault(name, (len(places), str(capfirst(str(heading))) or _("Content")))
    return places


@cache
def _leaves(model: Any) -> tuple[tuple[str, Any], ...]:
    is_page = issubclass(model, Page)
    handler = model.get_edit_handler() if is_page else get_edit_handler(model)
    tabs = handler.children if isinstance(handler, TabbedInterface) else [handler]
    return tuple(leaf for tab in tabs for leaf in _walk(tab, tab.heading))


def _walk(panel: Panel, heading: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(panel, FieldPanel):
        yield panel.field_name, heading
    elif isinstance(panel, InlinePanel):
        yield panel.relation_name, panel.heading
    for child in getattr(panel, "children", ()):
        yield from _walk(child, heading)
