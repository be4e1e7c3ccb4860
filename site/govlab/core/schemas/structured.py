"""The schemas of steps, figures, tables and accordions."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from govlab.delivery.schemas.block import BlockPart, BlockSchema, plain
from govlab.delivery.schemas.resolver import ReferenceResolver

from ..blocks.cells import cell_text


class TitledText(BlockPart):
    """A step, or an entry of an accordion."""

    title: str = Field(description="The title, as plain text.")
    html: str = Field(description="The text, as safe HTML with absolute URLs.")


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
    title: str = Field(description="The title over the steps, as plain text; may be empty.")
    steps: list[TitledText] = Field(description="The steps, in order.")

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
    """Entries that open and close individually."""

    type: Literal["accordion"] = "accordion"
    title: str = Field(description="The title over the entries, as plain text; may be empty.")
    entries: list[TitledText] = Field(description="The entries, in order.")

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


class Fact(BlockPart):
    """One figure."""

    value: str = Field(description="The figure with its unit, formatted for display.")
    label: str = Field(description="What the figure measures.")


class FactsBlock(BlockSchema):
    """Figures side by side."""

    type: Literal["facts"] = "facts"
    title: str = Field(description="The title over the figures, as plain text; may be empty.")
    facts: list[Fact] = Field(description="The figures, in order.")
    source: str = Field(description="The source of the figures, as plain text; may be empty.")

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any]:
        facts = [Fact(value=fact["value"], label=fact["label"]) for fact in value["facts"]]
        return {"title": value["title"], "facts": facts, "source": value["source"]}

    def search_text(self) -> Iterator[str]:
        yield self.title
        for fact in self.facts:
            yield f"{fact.value} {fact.label}"


class TableBlock(BlockSchema):
    """A table with a header row; all cells are plain text."""

    type: Literal["table"] = "table"
    caption: str = Field(description="The caption, as plain text; may be empty.")
    header: list[str] = Field(description="The column headers.")
    rows: list[list[str]] = Field(description="The rows; each is as long as the header.")
    first_column_is_header: bool = Field(
        description="Whether the first cell of each row is its header."
    )

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
