"""The public form of every body block, one family a file.

System check `delivery.E002` asks for a shape of every block that a page type's body may hold.
"""

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

BLOCK_SHAPES: dict[str, type[BlockShape]] = {shape.name: shape for shape in BodyShape.__args__}

__all__ = ["BLOCK_SHAPES", "BlockShape", "BodyShape"]
