"""Finds the pages and files of this site that a page's own content names.

The content is read as it is stored: what was deleted is still named there, and nowhere else.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.text import capfirst
from wagtail.blocks import Block, ListBlock, PageChooserBlock, StreamBlock, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.models import Page

PAGE, FILE = "page", "document"
_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True)
class Named:
    # `page` or `document`, as in the markup of Wagtail's links.
    kind: str
    number: int
    # The text of the link; the name of the field where there is none.
    text: str


def named_in(page: Page) -> Iterator[Named]:
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            raw = json.loads(field.value_to_string(page) or "[]")
            yield from _in_block(field.stream_block, raw, str(capfirst(field.verbose_name)))
        else:
            yield from _in_html(getattr(page, field.attname))


def _in_block(block: Block, raw: Any, label: str) -> Iterator[Named]:
    """`label` is the text for a chosen page or file: that of the link, or the block's name."""
    if isinstance(block, StreamBlock):
        for child in raw or ():
            if known := block.child_blocks.get(child["type"]):
                yield from _in_block(known, child["value"], str(known.label))
    elif isinstance(block, ListBlock):
        for item in raw or ():
            wrapped = isinstance(item, dict) and item.keys() >= {"type", "value"}
            yield from _in_block(block.child_block, item["value"] if wrapped else item, label)
    elif isinstance(block, StructBlock):
        values = raw or {}
        text = str(values.get("label") or values.get("title") or label)
        for name, child in block.child_blocks.items():
            yield from _in_block(child, values.get(name), text)
    elif isinstance(block, PageChooserBlock | DocumentChooserBlock):
        kind = PAGE if isinstance(block, PageChooserBlock) else FILE
        if isinstance(raw, int):
            yield Named(kind, raw, label)
    else:
        yield from _in_html(raw)


def _in_html(value: Any) -> Iterator[Named]:
    if not isinstance(value, str) or "linktype" not in value:
        return
    for attributes, content in _LINK.findall(value):
        named = dict(_ATTRIBUTE.findall(attributes))
        number = named.get("id", "")
        if named.get("linktype") in {PAGE, FILE} and number.isascii() and number.isdigit():
            yield Named(named["linktype"], int(number), unescape(strip_tags(content)).strip())
