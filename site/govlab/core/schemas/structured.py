"""Steps, figures, tables and accordions."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.block import BlockSchema, plain
from govlab.delivery.schemas.resolver import ReferenceResolver

from ..blocks.cells import cell_text


class TitledText(Schema):
    """A step, or an entry of an accordion."""

    title: str
    html: str = Field(description="Safe HTML with absolute addresses.")


def _titled(items: Any, resolver: ReferenceResolver) -> list[TitledText]:
    return [
        TitledText(title=item["title"], html=resolver.html(item["text"].source)) for item in items
    ]


def _texts(items: list[TitledText]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield plain(item.html)


class StepsBlock(BlockSchema):
    """Numbered steps."""

    type: Literal["steps"] = "steps"
    title: str
    steps: list[TitledText]

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any]:
        return {"title": value["title"], "steps": _titled(value["steps"], resolver)}

    def search_text(self) -> Iterator[str]:
        yield self.title
        yield from _texts(self.steps)

    def headings(self) -> Iterator[str]:
        yield self.title
        for step in self.steps:
            yield step.title


class AccordionBlock(BlockSchema):
    """Entries that open one by one."""

    type: Literal["accordion"] = "accordion"
    title: str
    entries: list[TitledText]

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any]:
        return {"title": value["title"], "entries": _titled(value["entries"], resolver)}

    def search_text(self) -> Iterator[str]:
        yield self.title
        yield from _texts(self.entries)

    def headings(self) -> Iterator[str]:
        yield self.title
        for entry in self.entries:
            yield entry.title


class Fact(Schema):
    """One figure."""

    value: str = Field(description="With its unit, as readers see it.")
    label: str = Field(description="What the figure is of.")


class FactsBlock(BlockSchema):
    """Figures side by side."""

    type: Literal["facts"] = "facts"
    title: str
    facts: list[Fact]
    source: str = Field(description="Where the figures come from; may be empty.")

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any]:
        facts = [Fact(value=fact["value"], label=fact["label"]) for fact in value["facts"]]
        return {"title": value["title"], "facts": facts, "source": value["source"]}

    def search_text(self) -> Iterator[str]:
        yield self.title
        for fact in self.facts:
            yield f"{fact.value} {fact.label}"


class TableBlock(BlockSchema):
    """Plain texts in rows; `header` names the columns."""

    type: Literal["table"] = "table"
    caption: str
    header: list[str] = Field(description="The names of the columns.")
    rows: list[list[str]] = Field(description="As long as the header, each.")
    first_column_is_header: bool = Field(description="Whether a row's first cell names it.")

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any] | None:
        if not value or not value.get("data"):
            return None
        header, *rows = [[cell_text(cell) for cell in row] for row in value["data"]]
        return {
            "caption": value.get("table_caption") or "",
            "header": header,
            "rows": rows,
            "first_column_is_header": bool(value.get("first_col_is_header")),
        }

    def search_text(self) -> Iterator[str]:
        yield self.caption
        for row in [self.header, *self.rows]:
            yield " ".join(row)
