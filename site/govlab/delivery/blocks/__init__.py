"""The public form of every body block, one family a file.

System check `delivery.E002` asks for a shape of every block that a page type's body may hold.
"""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from .base import BlockShape
from .links import CallToActionShape, RelatedPagesShape
from .media import DocumentsShape, EmbedShape, ImageShape
from .structured import AccordionShape, FactsShape, StepsShape, TableShape
from .text import HeadingShape, QuoteShape, RichTextShape

BodyShape = (
    HeadingShape
    | RichTextShape
    | QuoteShape
    | ImageShape
    | EmbedShape
    | DocumentsShape
    | StepsShape
    | FactsShape
    | TableShape
    | AccordionShape
    | CallToActionShape
    | RelatedPagesShape
)

# The name under which the contract lists them.
Block = TypeAliasType("Block", Annotated[BodyShape, Field(discriminator="type")])

BLOCK_SHAPES: dict[str, type[BlockShape]] = {shape.name: shape for shape in BodyShape.__args__}

__all__ = ["BLOCK_SHAPES", "Block", "BlockShape", "BodyShape"]
