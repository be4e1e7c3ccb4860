"""Headings, texts and quotes."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from govlab.delivery.schemas.block import BlockSchema, plain
from govlab.delivery.schemas.resolver import ReferenceResolver


class HeadingBlock(BlockSchema):
    """A heading within the text."""

    type: Literal["heading"] = "heading"
    text: str
    level: Literal[2, 3] = Field(description="The page's title is level 1.")
    anchor: str = Field(
        description="For a link to here, without `#`: one of its kind in the page, and the same in "
        "every language of the page."
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
    html: str = Field(description="Safe HTML with absolute addresses.")

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any]:
        return {"html": resolver.html(value.source)}

    def search_text(self) -> Iterator[str]:
        yield plain(self.html)


class QuoteBlock(BlockSchema):
    """What somebody said."""

    type: Literal["quote"] = "quote"
    text: str
    author: str

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any]:
        return {"text": value["text"], "author": value["author"]}

    def search_text(self) -> Iterator[str]:
        yield self.text
        yield self.author
