"""The schemas of body blocks, one family per file.

System check `govlab.E009` requires a schema for each block type that a body may contain.
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
    """Return the schemas of the blocks in order, without blocks that have no public content."""
    found = (
        BLOCK_SCHEMAS[child.block_type].of(child.id or "", child.value, resolver)
        for child in stream
    )
    return [schema for schema in found if schema]
