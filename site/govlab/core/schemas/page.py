"""The schema of a `BasePage`, which each page type's own schema extends."""

from collections.abc import Iterator
from typing import Any, Generic

from pydantic import Field
from typing_extensions import TypeVar

from govlab.delivery.schemas.links import PageLink
from govlab.delivery.schemas.page import PageDocument
from govlab.delivery.schemas.resolver import ReferenceResolver

from ..anchors import place_anchors
from ..easy_to_read import easy_version
from ..pages import BasePage
from .blocks import Block, block_schemas

BasePageT = TypeVar("BasePageT", bound=BasePage, default=Any)


class BasePageDocument(PageDocument[BasePageT], Generic[BasePageT]):
    body: list[Block] = Field(description="The page's content, block by block, in order.")
    easy_to_read: PageLink | None = Field(
        default=None,
        description="The same in easy-to-read language; null if there is no such page.",
    )

    @classmethod
    def describe(cls, page: BasePageT, resolver: ReferenceResolver) -> dict[str, Any]:
        place_anchors(page, resolver.source_locale)
        return {
            "summary": page.summary,
            "image": resolver.image(page.listing_image, page.listing_image_alt),
            "is_sample": page.is_sample,
            "body": block_schemas(page.body, resolver),
            "easy_to_read": resolver.link(easy_version(page)),
        }

    def shown_pages(self) -> Iterator[int]:
        for block in self.body:
            yield from block.shown_pages()

    def texts(self) -> Iterator[str]:
        for block in self.body:
            yield from block.search_text()

    def headings(self) -> Iterator[str]:
        for block in self.body:
            yield from block.headings()
