"""Wagtail's filter, applied to the picture with its orientation applied and without metadata."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PIL import Image
from wagtail.images.models import Filter
from willow.image import UnrecognisedImageFormatError
from willow.plugins.pillow import PillowImage

from .original import UnreadablePictureError, decode


class UprightFilter(Filter):
    @contextmanager
    def get_willow_image(self, image: Any, source: Any = None) -> Iterator[Any]:
        """Raises UnreadablePictureError."""
        try:
            with super().get_willow_image(image, source) as opened:
                decoded = _Decoded(decode(opened.f), opened.format_name)
        except UnrecognisedImageFormatError as error:
            raise UnreadablePictureError(str(error)) from error
        yield decoded


class _Decoded(PillowImage):
    """Avoids Willow's copies of the whole picture for operations without effect."""

    def __init__(self, image: Image.Image, format_name: str) -> None:
        super().__init__(image)
        self.format_name = format_name

    def auto_orient(self) -> "_Decoded":
        return self

    def crop(self, rect: Any) -> PillowImage:
        whole = tuple(rect) == (0, 0, *self.image.size)
        return self if whole else super().crop(rect)
