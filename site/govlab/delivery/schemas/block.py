"""What a body block is in the contract."""

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from pydantic import Field
from wagtail.rich_text import get_text_for_indexing

from .base import Schema
from .resolver import ReferenceResolver


class BlockSchema(Schema):
    """A block's public form. Subclasses declare `type` as the block's name in the body."""

    id: str = Field(description="Of the block; stays when the page is edited.")
    name: ClassVar[str]

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if "type" in cls.model_fields:
            cls.name = cls.model_fields["type"].default

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any] | None:
        """The fields from the block's value; None where nothing public is left of it."""
        raise NotImplementedError

    @classmethod
    def of(cls, identifier: str, value: Any, resolver: ReferenceResolver) -> Self | None:
        fields = cls.fields_of(value, resolver)
        return None if fields is None else cls(id=identifier, **fields)

    def search_text(self) -> Iterator[str]:
        """The plain texts that a reader would search for."""
        yield from ()

    def headings(self) -> Iterator[str]:
        """What stands over a part of the text: a match there says more. Also in `search_text`."""
        yield from ()


def plain(html: str) -> str:
    text: str = get_text_for_indexing(html)
    return text
