"""Reads the revision to publish, and refuses one whose content would be lost in part.

Wagtail reads StreamFields leniently: invalid JSON becomes an empty stream, and blocks of unknown
types are dropped. An editor would notice, a scheduled publication would not.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.db import DatabaseError
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.models import Revision


class UnreadableRevisionError(Exception):
    """The revision cannot be read, or not completely."""

    def __init__(self, reason: str | Promise, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


def read_revision(pk: int) -> tuple[Revision, Any]:
    """Return the revision and its object. Raises UnreadableRevisionError or DatabaseError."""
    try:
        revision = Revision.objects.get(pk=pk)
        instance = revision.as_object()
        parts = list(_unknown_blocks(instance, revision.content))
    except DatabaseError:
        raise
    except Exception as error:
        raise UnreadableRevisionError(
            _("The stored version cannot be read. Open an earlier version and publish that one."),
            f"{type(error).__name__}: {error}",
        ) from error
    if parts:
        names = ", ".join(dict.fromkeys(parts))
        raise UnreadableRevisionError(
            format_lazy(
                _(
                    "The stored version has blocks that the site no longer supports: {names}. "
                    "Cancel the schedule, check the page and publish it."
                ),
                names=names,
            ),
            f"unknown blocks: {names}",
        )
    return revision, instance


def _unknown_blocks(instance: Any, content: dict[str, Any]) -> Iterator[str]:
    for field in instance._meta.get_fields():
        if isinstance(field, StreamField):
            stored = content.get(field.name) or []
            raw = json.loads(stored) if isinstance(stored, str) else stored
            yield from _unknown(field.stream_block, raw)
            # Evaluates the blocks, which are lazy.
            for child in getattr(instance, field.name):
                child.get_prep_value()


def _unknown(block: Block, raw: Any) -> Iterator[str]:
    """Yield the unknown block types in a raw value, at any depth."""
    if isinstance(block, StreamBlock):
        for child in raw or ():
            known = block.child_blocks.get(child["type"])
            if known is None:
                yield str(child["type"])
            else:
                yield from _unknown(known, child["value"])
    elif isinstance(block, ListBlock):
        for item in raw or ():
            wrapped = isinstance(item, dict) and item.keys() >= {"type", "value"}
            yield from _unknown(block.child_block, item["value"] if wrapped else item)
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from _unknown(child, (raw or {}).get(name))
