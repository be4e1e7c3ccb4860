"""Pictures in documents: URLs of renditions, which are created when they are first requested.

A URL includes the picture's id, a digest of its file, a width and a format. Publishing therefore
never waits for an encoder, the content of a URL never changes, and replacing a file changes the
document.
"""

import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from django.urls import reverse
from wagtail.images.models import Filter, SourceImageIOError

from ..schemas.images import FocalPoint, Image, ImageSource
from .upright import upright_size

WIDTHS = (320, 640, 1280, 1920)
# Extension → media type, in the order of preference.
FORMATS = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
DIGEST_LENGTH = 12

logger = logging.getLogger(__name__)


class EncodersBusyError(SourceImageIOError):
    """A rendition could not be created in time; a later request creates it.

    Wagtail's template tags catch the base class, and show a placeholder.
    """


def picture(image: Any, alt: str, address: str) -> Image | None:
    """Return the picture's public form. `address` is the scheme and host of its URLs.

    Returns None if the picture has no file hash and its file cannot be read. If the file was lost
    later, its URLs respond with 404 until it is restored.
    """
    try:
        digest = str(image.get_file_hash())[:DIGEST_LENGTH]
    except SourceImageIOError as error:
        logger.warning("The file of picture %s cannot be read: %s", image.pk, error)
        return None
    width, height = upright_size(image)
    sources = _drawing if image.is_svg() else _sizes
    return Image(
        alt=alt,
        width=width,
        height=height,
        focal_point=_focal_point(image),
        credit=getattr(image, "credit", ""),
        srcset=list(sources(image, digest, address)),
    )


def _sizes(image: Any, digest: str, address: str) -> Iterator[ImageSource]:
    size = upright_size(image)
    heights = {width: _height(image, width, size) for width in widths(size[0])}
    for name, media_type in FORMATS.items():
        for width, height in heights.items():
            yield ImageSource(
                url=address + reverse("delivery_image", args=[image.pk, digest, width, name]),
                media_type=media_type,
                width=width,
                height=height,
            )


def _drawing(image: Any, digest: str, address: str) -> Iterator[ImageSource]:
    """An SVG is one file for every size."""
    yield ImageSource(
        url=urljoin(address, image.file.url),
        media_type="image/svg+xml",
        width=image.width,
        height=image.height,
    )


def widths(original: int) -> Iterator[int]:
    """Yield the widths of the renditions, the largest at most that of the original."""
    largest = min(original, WIDTHS[-1])
    yield from (width for width in WIDTHS if width < largest)
    yield largest


def _height(image: Any, width: int, size: tuple[int, int]) -> int:
    """Return the height as the rendition's filter computes it."""
    return int(Filter(f"width-{width}").get_transform(image, size).size[1])


def _focal_point(image: Any) -> FocalPoint | None:
    if not image.has_focal_point():
        return None
    return FocalPoint(
        x=_fraction(image.focal_point_x, image.width),
        y=_fraction(image.focal_point_y, image.height),
    )


def _fraction(part: int, whole: int) -> float:
    return round(min(max(part / whole, 0), 1), 4)
