from pydantic import Field

from .base import Schema


class FocalPoint(Schema):
    """The point to keep in view when a picture is cropped, as fractions of width and height."""

    x: float = Field(ge=0, le=1, description="The distance from the left, 0 to 1.")
    y: float = Field(ge=0, le=1, description="The distance from the top, 0 to 1.")


class ImageSource(Schema):
    """One rendition of a picture: one size in one format."""

    url: str = Field(description="The absolute URL of the rendition.")
    media_type: str = Field(
        description="The media type.", examples=["image/avif", "image/webp", "image/jpeg"]
    )
    width: int = Field(description="The width in pixels.")
    height: int = Field(description="The height in pixels.")


class Image(Schema):
    """A picture in all available sizes and formats."""

    alt: str = Field(description="The alternative text; empty for a decorative picture.")
    width: int = Field(description="The width of the original in pixels.")
    height: int = Field(description="The height of the original in pixels.")
    focal_point: FocalPoint | None = Field(
        description="The point to keep in view when cropping; null if none is set."
    )
    credit: str = Field(description="The credit line to show with the picture; may be empty.")
    srcset: list[ImageSource] = Field(
        description="The renditions, in ascending width within each media type. The content of "
        "a URL never changes, so it may be cached indefinitely."
    )
