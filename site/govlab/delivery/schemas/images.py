from pydantic import Field

from .base import Schema


class FocalPoint(Schema):
    """The point to keep in view when a picture is cropped, as fractions of width and height."""

    x: float = Field(ge=0, le=1)
    y: float = Field(ge=0, le=1)


class ImageSource(Schema):
    """One ready-made size in one format."""

    url: str
    media_type: str = Field(examples=["image/avif", "image/webp", "image/jpeg"])
    width: int = Field(description="In pixels.")
    height: int = Field(description="In pixels.")


class Image(Schema):
    """A picture in every size and format there is of it."""

    alt: str = Field(description="What the picture shows; empty where it only decorates.")
    width: int = Field(description="Of the original, in pixels.")
    height: int = Field(description="Of the original, in pixels.")
    focal_point: FocalPoint | None
    credit: str = Field(description="Whom to name beside it; may be empty.")
    srcset: list[ImageSource] = Field(
        description="Ready-made sizes, widest last within a media type. Addresses never change "
        "their content and may be cached for ever."
    )
