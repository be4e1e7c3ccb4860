"""What a translation consists of, as the editor shows it: texts, values and related terms.

A text that stands several times at one place has one translation, so it is one row.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import Model
from django.utils.safestring import SafeString
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)

from govlab.core.translation.changes import SourceChange
from govlab.core.translation.untranslated import needs_translation

from .places import Place, chosen_model
from .rich_text import plain
from .source_html import source_html


@dataclass(eq=False)
class TextRow:
    # Each place of the text; `segment` is the first.
    segments: list[StringSegment]
    place: Place
    translation: StringTranslation | None = None
    # What changed in the original since the translation was approved.
    change: SourceChange | None = None
    # Whether comments on its place are written here: at the first paragraph of a rich text.
    opens_comments: bool = False
    # The bound fields, once there is a form.
    field: Any = None
    same: Any = None

    @property
    def segment(self) -> StringSegment:
        return self.segments[0]

    @property
    def path(self) -> str:
        return self.segment.context.path

    @property
    def name(self) -> str:
        """Of the form's field. The segment's own key changes with its place on the page."""
        return f"text-{self.segment.string_id}-{self.segment.context_id}"

    @property
    def source(self) -> str:
        data: str = self.segment.string.data
        return data

    @cached_property
    def source_html(self) -> SafeString:
        return source_html(self.source)

    @property
    def source_text(self) -> str:
        return plain(self.source)

    @property
    def is_rich(self) -> bool:
        return self.place.features is not None

    @cached_property
    def needs_translation(self) -> bool:
        return needs_translation(self.source_text)

    @property
    def data(self) -> str:
        return self.translation.data if self.translation else ""

    @property
    def text(self) -> str:
        """The translation to read."""
        return plain(self.data)

    @property
    def is_same(self) -> bool:
        return self.data == self.source

    @property
    def error(self) -> str:
        return (self.translation.get_error() or "") if self.translation else ""

    @property
    def is_done(self) -> bool:
        return self.translation is not None and not self.translation.has_error

    @property
    def by_machine(self) -> bool:
        return (
            self.translation is not None
            and self.translation.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
        )


@dataclass(eq=False)
class ValueRow:
    """A picture, file, page or address that a translation may replace."""

    segment: OverridableSegment
    place: Place
    override: SegmentOverride | None = None
    # What is chosen in the original; None for an address.
    chosen: Any = None
    field: Any = None

    @property
    def name(self) -> str:
        return f"value-{self.segment.context_id}"

    @property
    def model(self) -> type[Model] | None:
        return chosen_model(self.place)

    @property
    def source_text(self) -> str:
        if self.model is None:
            return str(self.segment.data)
        return str(self.chosen) if self.chosen is not None else "–"

    @property
    def error(self) -> str:
        return (self.override.get_error() or "") if self.override else ""

    @property
    def replacement(self) -> Any:
        return self.override.data if self.override else None

    def is_gone(self, value: Any) -> bool:
        """Whether the value names something that does not exist."""
        if value is None or self.model is None:
            return False
        return not self.model._default_manager.filter(pk=value).exists()


@dataclass(eq=False)
class RelatedRow:
    segment: RelatedObjectSegment
    place: Place
    source: Model | None
    target: Model | None


@dataclass
class Part:
    """What is to be translated of a part of the page, under one heading."""

    heading: str
    texts: list[TextRow] = field(default_factory=list)
    related: list[RelatedRow] = field(default_factory=list)


@dataclass
class Rows:
    translation: Translation
    texts: list[TextRow]
    values: list[ValueRow]
    related: list[RelatedRow]

    @property
    def wanted(self) -> list[TextRow]:
        """The texts that somebody has to translate."""
        return [row for row in self.texts if row.needs_translation or not row.is_done]

    @property
    def total(self) -> int:
        return len(self.wanted)

    @property
    def done(self) -> int:
        return sum(row.is_done for row in self.wanted)

    @property
    def left(self) -> list[TextRow]:
        return [row for row in self.wanted if not row.is_done]

    @property
    def parts(self) -> list[Part]:
        placed = _in_order([*self.wanted, *self.related])
        parts = []
        for heading, rows in groupby(placed, key=lambda row: row.place.part):
            part = Part(heading)
            for row in rows:
                (part.texts if isinstance(row, TextRow) else part.related).append(row)
            parts.append(part)
        return parts

    @property
    def settled(self) -> list[TextRow]:
        """Without words, such as numbers: translated by themselves. They stand at the end, so that
        they are not in the way from text to text."""
        return _in_order([row for row in self.texts if not row.needs_translation and row.is_done])

    @property
    def placed_values(self) -> list[ValueRow]:
        return _in_order(self.values)

    @property
    def has_replaced_values(self) -> bool:
        return any(row.override for row in self.values)


def _in_order(rows: Iterable[Any]) -> list[Any]:
    """As on the page's own form."""
    return sorted(rows, key=lambda row: (row.place.order, row.segment.order))
