"""What the checks read of a page: its texts by paragraph, its headings and pictures."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

# Fields that hold no sentences.
_NOT_TEXT = frozenset({"slug"})


@dataclass(frozen=True)
class Text:
    """A paragraph, list item, cell or plain field."""

    place: str
    anchor: str
    text: str
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heading:
    place: str
    anchor: str
    level: int


@dataclass(frozen=True)
class Picture:
    place: str
    anchor: str
    alt: str
    decorative: bool


@dataclass(frozen=True)
class Draft:
    language: str
    texts: list[Text]
    headings: list[Heading] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    # Names of fields that are missing though readers are shown them, with their labels.
    summary: str | None = None
    description: str = ""


def read_draft(page: Page) -> Draft:
    """Read the page as it stands in memory; pass the latest revision to check a draft."""
    blocks = list(_blocks(page))
    places = {anchor: place for anchor, place, _block in blocks}
    return Draft(
        language=page.locale.language_code,
        texts=list(_texts(page, places)),
        headings=[
            Heading(place, anchor, int(block.value["level"]))
            for anchor, place, block in blocks
            if block.block_type == "heading"
        ],
        pictures=[
            Picture(place, anchor, block.value["alt"] or "", bool(block.value["decorative"]))
            for anchor, place, block in blocks
            if block.block_type == "image" and block.value["image"]
        ],
        summary=getattr(page, "summary", None),
        description=page.search_description,
    )


def _blocks(page: Page) -> Iterator[tuple[str, str, Any]]:
    """Yield each top-level block with its id and place."""
    for stream in page._meta.concrete_fields:
        if isinstance(stream, StreamField):
            for number, block in enumerate(stream.value_from_object(page), 1):
                place = _("%(label)s, block %(number)d") % {
                    "label": block.block.label,
                    "number": number,
                }
                yield str(block.id), place, block


def _texts(page: Page, places: dict[str, str]) -> Iterator[Text]:
    for segment in extract_segments(page):
        if not isinstance(segment, StringSegmentValue):
            continue
        name, _dot, rest = segment.path.partition(".")
        if name in _NOT_TEXT:
            continue
        block_id = rest.partition(".")[0]
        is_block = block_id in places
        html = BeautifulSoup(segment.string.data, "html.parser")
        yield Text(
            place=places[block_id] if is_block else _label(page, name),
            anchor=block_id if is_block else name,
            text=_plain(html),
            links=tuple(_plain(link) for link in html.find_all("a")),
        )


def _plain(html: Any) -> str:
    for line_break in html.find_all("br"):
        line_break.replace_with("\n")
    return str(html.get_text())


def _label(page: Page, name: str) -> str:
    try:
        found: Any = page._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    label = getattr(found, "verbose_name", None)
    if label is None:
        label = found.related_model._meta.verbose_name_plural
    return str(capfirst(label))
