"""The schema of a `BasePage`, which each page type's own schema extends."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic

from pydantic import Field
from typing_extensions import TypeVar

from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.links import PageLink
from govlab.delivery.schemas.page import PageDocument
from govlab.delivery.schemas.resolver import ReferenceResolver

from ..anchors import place_anchors
from ..change_notes import published_notes
from ..easy_to_read import easy_versions
from ..pages import BasePage
from .blocks import Block, block_schemas

BasePageT = TypeVar("BasePageT", bound=BasePage, default=Any)


class Change(Schema):
    """What editors say about one publication of the page."""

    at: datetime = Field(description="The time of the publication, in ISO 8601, UTC.")
    text: str = Field(description="What changed, as plain text in the language of the page.")


class BasePageDocument(PageDocument[BasePageT], Generic[BasePageT]):
    joined_objects: ClassVar[Sequence[str]] = ["listing_image"]

    body: list[Block] = Field(description="The page's content, block by block, in order.")
    changes: list[Change] = Field(
        default=[],
        description="What editors say changed, the latest publication first; not every "
        "publication has an entry.",
    )
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
            "changes": [
                Change(at=note.at, text=note.text)
                for note in resolver.together(published_notes, page) or ()
                if note.at
            ],
            "easy_to_read": resolver.link(resolver.together(easy_versions, page)),
        }

    def shown_pages(self) -> Iterator[int]:
        for block in self.body:
            yield from block.shown_pages()

    def motif(self) -> str:
        """Return the name of the motif for the page in the belts of others; empty without one."""
        return ""

    def belt_pages(self) -> Iterator[int]:
        """Yield the ids of shown pages whose motifs make the belt of this one, in order."""
        yield from ()

    def texts(self) -> Iterator[str]:
        for block in self.body:
            yield from block.search_text()

    def headings(self) -> Iterator[str]:
        for block in self.body:
            yield from block.headings()
