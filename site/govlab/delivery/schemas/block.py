"""The base schema of body blocks."""

from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar, Self

from django.utils.functional import Promise
from pydantic import Field, model_validator
from wagtail.rich_text import get_text_for_indexing

from .base import Schema
from .resolver import ReferenceResolver


class BlockPart(Schema):
    """A part of a block's value. Texts that are missing, as in old content, are empty; those of a
    block's preview are translated lazily."""

    @model_validator(mode="before")
    @classmethod
    def _fill_texts(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        texts = _text_fields(cls)
        return {
            name: "" if value is None and name in texts else value
            for name, value in (
                (name, str(value) if isinstance(value, Promise) else value)
                for name, value in data.items()
            )
        }


@cache
def _text_fields(schema: type[BlockPart]) -> frozenset[str]:
    return frozenset(name for name, field in schema.model_fields.items() if field.annotation is str)


class BlockSchema(BlockPart):
    """A body block. Subclasses declare `type` as the block's name in the body."""

    id: str = Field(description="The block's id (UUID); it survives edits of the page.")
    name: ClassVar[str]

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if "type" in cls.model_fields:
            cls.name = cls.model_fields["type"].default

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any] | None:
        """Return the fields of the block's value, or None if nothing in it is public."""
        raise NotImplementedError

    @classmethod
    def of(cls, identifier: str, value: Any, resolver: ReferenceResolver) -> Self | None:
        fields = cls.fields_of(value, resolver)
        return None if fields is None else cls(id=identifier, **fields)

    def shown_pages(self) -> Iterator[int]:
        """Yield the ids of the pages that the block shows as cards."""
        yield from ()

    def search_text(self) -> Iterator[str]:
        """Yield the block's searchable plain texts."""
        yield from ()

    def headings(self) -> Iterator[str]:
        """Yield the headings, which search weights higher. `search_text` includes them too."""
        yield from ()


def plain(html: str) -> str:
    text: str = get_text_for_indexing(html)
    return text
