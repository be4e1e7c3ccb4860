"""The schemas of pictures, videos and files."""

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
    image: Image = Field(description="The picture.")
    caption: str = Field(description="The caption, as plain text; may be empty.")

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any] | None:
        image = resolver.image(value["image"], "" if value["decorative"] else value["alt"])
        return {"image": image, "caption": value["caption"]} if image else None

    def search_text(self) -> Iterator[str]:
        yield self.caption
        yield self.image.alt


class EmbedBlock(BlockSchema):
    """A video on another site. Load `frame_url` only once the reader chooses to play it."""

    type: Literal["embed"] = "embed"
    title: str = Field(description="The title of the video, as plain text.")
    provider: str = Field(description="The display name of the site that hosts the video.")
    url: str = Field(description="The URL of the video's own page.")
    frame_url: str = Field(description="The URL to load in an iframe.")
    text_alternative: str = Field(
        description="A description of what is said and shown, as plain text."
    )

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any] | None:
        if not value.frame_url:  # The provider is not allowed, or the URL is not of a video.
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
    title: str = Field(description="The title over the files, as plain text; may be empty.")
    files: list[File] = Field(description="The files, in the editors' order.")

    @classmethod
    def fields_of(cls, value: Any, resolver: ReferenceResolver) -> dict[str, Any] | None:
        files = [resolver.file(item["document"], item["title"]) for item in value["documents"]]
        shown = [file for file in files if file]
        return {"title": value["title"], "files": shown} if shown else None

    def search_text(self) -> Iterator[str]:
        yield self.title
        for file in self.files:
            yield file.title
