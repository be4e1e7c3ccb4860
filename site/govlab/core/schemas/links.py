"""Calls to action and cards of other pages."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from govlab.delivery.safe_urls import safe_url
from govlab.delivery.schemas.base import Schema
from govlab.delivery.schemas.block import BlockSchema
from govlab.delivery.schemas.links import File, PageCard, PageLink
from govlab.delivery.schemas.resolver import ReferenceResolver


class LinkTarget(Schema):
    """One of page and file is given where the link leads to one of ours."""

    label: str = Field(description="The words of the link.")
    url: str = Field(description="With its scheme: https, http, mailto or tel.")
    page: PageLink | None
    file: File | None


class CallToActionBlock(BlockSchema):
    """An invitation with one link."""

    type: Literal["call_to_action"] = "call_to_action"
    title: str
    text: str = Field(description="Plain text.")
    link: LinkTarget | None = Field(description="Null where it led to what is not public.")

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
    """Cards of other pages, those that are public."""

    type: Literal["related_pages"] = "related_pages"
    title: str
    pages: list[PageCard]

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any] | None:
        pages = resolver.cards([page for page in value["pages"] if page])
        return {"title": value["title"], "pages": pages} if pages else None

    def search_text(self) -> Iterator[str]:
        yield self.title
