"""Pictures in documents: addresses of ready-made sizes, made when they are first asked for.

An address names the picture, a digest of its file, a width and a format. So publishing waits for no
encoder, an address never changes its content, and a replaced file changes the document.
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
    """A size could not be made in time; it will be when it is asked for again.

    Wagtail's tags show a placeholder for it, so that a page does not fail for want of a picture.
    """


def picture(image: Any, alt: str, address: str) -> Image | None:
    """`address`: scheme and host that the sizes' addresses start with.

    None for a picture whose file never could be read: it has no address. One whose file was lost
    since keeps its addresses, which answer 404 until the file is back.
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
    for name, media_type in FORMATS.items():
        for width in widths(size[0]):
            yield ImageSource(
                url=address + reverse("delivery_image", args=[image.pk, digest, width, name]),
                media_type=media_type,
                width=width,
                height=_height(image, width, size),
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
    """Sizes no larger than the original; its own where it lies between two of them."""
    largest = min(original, WIDTHS[-1])
    yield from (width for width in WIDTHS if width < largest)
    yield largest


def _height(image: Any, width: int, size: tuple[int, int]) -> int:
    """By the arithmetic that makes the file."""
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
