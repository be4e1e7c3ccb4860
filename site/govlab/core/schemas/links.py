"""Calls to action and cards of other pages."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from govlab.delivery.safe_urls import safe_url
from govlab.delivery.schemas.block import BlockPart, BlockSchema
from govlab.delivery.schemas.links import File, PageCard, PageLink
from govlab.delivery.schemas.resolver import ReferenceResolver


class LinkTarget(BlockPart):
    """The target of a link. `page` or `file` is set if the link points to one on this site."""

    label: str = Field(description="The text of the link.")
    url: str = Field(description="The absolute URL; its scheme is https, http, mailto or tel.")
    page: PageLink | None = Field(description="The linked page on this site, or null.")
    file: File | None = Field(description="The linked file on this site, or null.")


class CallToActionBlock(BlockSchema):
    """An invitation with one link."""

    type: Literal["call_to_action"] = "call_to_action"
    title: str = Field(description="The title, as plain text.")
    text: str = Field(description="The invitation, as plain text; may be empty.")
    link: LinkTarget | None = Field(description="The link; null if its target is not public.")

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any]:
        link = value["link"]
        page = resolver.link(link.get("page"))
        file = resolver.file(link.get("document"), "")
        typed = resolver.absolute(safe_url(link.get("url"))) if safe_url(link.get("url")) else ""
        url = page.url if page else file.url if file else typed
        target = LinkTarget(label=link["label"], url=url, page=page, file=file) if url else None
        return {"title": value["title"], "text": value["text"], "link": target}

    def search_text(self) -> Iterator[str]:
        yield self.title
        yield self.text


class RelatedPagesBlock(BlockSchema):
    """Cards for other public pages."""

    type: Literal["related_pages"] = "related_pages"
    title: str = Field(description="The title over the cards, as plain text; may be empty.")
    pages: list[PageCard] = Field(description="The cards, in the editors' order.")

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any] | None:
        pages = resolver.cards([page for page in value["pages"] if page])
        return {"title": value["title"], "pages": pages} if pages else None

    def shown_pages(self) -> Iterator[int]:
        for page in self.pages:
            yield page.id

    def search_text(self) -> Iterator[str]:
        yield self.title
