"""What blocks of a stream would refuse in the editor, each with the way to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.utils import ErrorList
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.rich_text import RichText

from govlab.delivery.safe_rich_text import address_reason, rich_text_reasons

from .problems import Problem


@dataclass(frozen=True)
class Place:
    """A block on the way from the stream down, for people and for wagtail-localize."""

    field: str
    label: str
    path: str

    def inside(self, label: str, step: Any) -> "Place":
        return replace(self, label=f"{self.label}, {label}", path=f"{self.path}.{step}")

    def problem(self, reason: str) -> Problem:
        return Problem(reason, field=self.field, place=self.label, path=self.path)


def stream_problems(
    block: blocks.BaseStreamBlock, value: Any, field: str, label: str
) -> Iterator[Problem]:
    place = Place(field, label, field)
    try:
        block.clean(value)
    except ValidationError as error:
        yield from _told(error, block, value, place)
    yield from _unsafe(block, value, place)


def _told(error: ValidationError, block: Any, value: Any, place: Place) -> Iterator[Problem]:
    """What a block said, down to the blocks in it that said it."""
    inner: dict[Any, ValidationError] | None = getattr(error, "block_errors", None)
    if inner is None:
        yield from (place.problem(message) for message in error.messages)
        return
    own: ErrorList = getattr(error, "non_block_errors", ErrorList())
    yield from (place.problem(message) for message in ValidationError(own.as_data()).messages)
    parts = {step: part for step, *part in _parts(block, value, place)}
    for step, child_error in inner.items():
        yield from _told(child_error, *parts[step])


def _unsafe(block: Any, value: Any, place: Place) -> Iterator[Problem]:
    """Links that blocks accept and no reader would get."""
    if isinstance(value, RichText):
        yield from (place.problem(reason) for reason in rich_text_reasons(value.source))
    elif isinstance(block, blocks.URLBlock):
        yield from (place.problem(reason) for reason in address_reason(value or ""))
    else:
        for _step, *part in _parts(block, value, place):
            yield from _unsafe(*part)


def _parts(block: Any, value: Any, place: Place) -> Iterator[tuple[Any, Any, Any, Place]]:
    """The blocks in a block: how its errors name them, block, value and place."""
    if isinstance(block, blocks.BaseStreamBlock):
        for position, child in enumerate(value or ()):
            label = _("block %(number)d (%(type)s)") % {
                "number": position + 1,
                "type": _label(child.block),
            }
            yield position, child.block, child.value, place.inside(label, child.id)
    elif isinstance(block, blocks.ListBlock):
        for position, bound in enumerate(value.bound_blocks if value else ()):
            label = _("item %(number)d") % {"number": position + 1}
            yield position, bound.block, bound.value, place.inside(label, bound.id)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, child_block in block.child_blocks.items():
            child_value = value.get(name) if value else None
            yield name, child_block, child_value, place.inside(_label(child_block), name)


def _label(block: blocks.Block) -> str:
    return str(capfirst(str(block.label or block.name)))
