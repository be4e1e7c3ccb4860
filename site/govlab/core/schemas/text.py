"""The schemas of headings, rich text and quotes."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from govlab.delivery.schemas.block import BlockSchema, plain
from govlab.delivery.schemas.resolver import ReferenceResolver


class HeadingBlock(BlockSchema):
    """A heading within the text."""

    type: Literal["heading"] = "heading"
    text: str = Field(description="The heading, as plain text.")
    level: Literal[2, 3] = Field(description="The heading level; the page's title is level 1.")
    anchor: str = Field(
        description="The fragment of links to this heading, without `#`; unique within the page "
        "and the same in all its languages."
    )

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any]:
        return {"text": value["text"], "level": int(value["level"] or 2), "anchor": value.anchor}

    def search_text(self) -> Iterator[str]:
        yield self.text

    def headings(self) -> Iterator[str]:
        yield self.text


class RichTextBlock(BlockSchema):
    """Paragraphs, lists and links."""

    type: Literal["rich_text"] = "rich_text"
    html: str = Field(description="The text, as safe HTML with absolute URLs.")

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any]:
        return {"html": resolver.html(value.source)}

    def search_text(self) -> Iterator[str]:
        yield plain(self.html)


class QuoteBlock(BlockSchema):
    """A quotation."""

    type: Literal["quote"] = "quote"
    text: str = Field(description="The quotation, as plain text.")
    author: str = Field(description="The person quoted; may be empty.")

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any]:
        return {"text": value["text"], "author": value["author"]}

    def search_text(self) -> Iterator[str]:
        yield self.text
        yield self.author
