"""The public form of every body block, one family a file.

System check `govlab.E009` asks for a schema of every block that a page type's body may hold.
"""

from typing import Annotated, Any

from pydantic import Field
from typing_extensions import TypeAliasType

from govlab.delivery.schemas.block import BlockSchema
from govlab.delivery.schemas.resolver import ReferenceResolver

from .links import CallToActionBlock, RelatedPagesBlock
from .media import DocumentsBlock, EmbedBlock, ImageBlock
from .structured import AccordionBlock, FactsBlock, StepsBlock, TableBlock
from .text import HeadingBlock, QuoteBlock, RichTextBlock

_AnyBlock = (
    HeadingBlock
    | RichTextBlock
    | QuoteBlock
    | ImageBlock
    | EmbedBlock
    | DocumentsBlock
    | StepsBlock
    | FactsBlock
    | TableBlock
    | AccordionBlock
    | CallToActionBlock
    | RelatedPagesBlock
)

# The name under which the contract lists them.
Block = TypeAliasType("Block", Annotated[_AnyBlock, Field(discriminator="type")])

BLOCK_SCHEMAS: dict[str, type[BlockSchema]] = {schema.name: schema for schema in _AnyBlock.__args__}


def block_schemas(stream: Any, resolver: ReferenceResolver) -> list[BlockSchema]:
    """What is public of each block, in order."""
    found = (
        BLOCK_SCHEMAS[child.block_type].of(child.id or "", child.value, resolver)
        for child in stream
    )
    return [schema for schema in found if schema]
