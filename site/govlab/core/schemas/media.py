"""Pictures, videos and files."""

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from govlab.delivery.schemas.block import BlockSchema
from govlab.delivery.schemas.images import Image
from govlab.delivery.schemas.links import File
from govlab.delivery.schemas.resolver import ReferenceResolver


class ImageBlock(BlockSchema):
    """A picture within the text."""

    type: Literal["image"] = "image"
    image: Image
    caption: str

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any] | None:
        image = resolver.image(value["image"], "" if value["decorative"] else value["alt"])
        return {"image": image, "caption": value["caption"]} if image else None

    def search_text(self) -> Iterator[str]:
        yield self.caption
        yield self.image.alt


class EmbedBlock(BlockSchema):
    """A video elsewhere. Show `frame_url` only after the reader asked for it."""

    type: Literal["embed"] = "embed"
    title: str
    provider: str = Field(description="Who shows it, for readers.")
    url: str = Field(description="Of the video's own page.")
    frame_url: str = Field(description="For an iframe.")
    text_alternative: str = Field(description="What is said and shown, as plain text.")

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any] | None:
        if not value.frame_url:  # No address of a video that a reader may be led to.
            return None
        return {
            "title": value["title"],
            "provider": value.provider_name,
            "url": value["url"],
            "frame_url": value.frame_url,
            "text_alternative": value["text_alternative"],
        }

    def search_text(self) -> Iterator[str]:
        yield self.title
        yield self.text_alternative


class DocumentsBlock(BlockSchema):
    """Files to download."""

    type: Literal["documents"] = "documents"
    title: str
    files: list[File]

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any] | None:
        files = [resolver.file(item["document"], item["title"]) for item in value["documents"]]
        shown = [file for file in files if file]
        return {"title": value["title"], "files": shown} if shown else None

    def search_text(self) -> Iterator[str]:
        yield self.title
        for file in self.files:
            yield file.title
