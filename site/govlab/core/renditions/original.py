"""Decodes uploaded pictures, with their orientation applied and without metadata."""

import contextlib
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from django.conf import settings
from PIL import ExifTags, Image, ImageCms, ImageOps
from wagtail.images.models import SourceImageIOError

# Orientations of EXIF that lay a picture on its side.
_LYING = frozenset({5, 6, 7, 8})
_MODES = frozenset({"L", "RGB", "RGBA"})


class UnreadablePictureError(SourceImageIOError):
    """The file is not a picture, is incomplete, or exceeds the pixel limit of the settings.

    Wagtail's tags show a placeholder for it.
    """


class TooManyPixelsError(UnreadablePictureError):
    pass


def limit_decoders() -> None:
    """Configure Pillow's own pixel limit, for code that opens pictures elsewhere."""
    Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def upright_size(file: IO[bytes]) -> tuple[int, int]:
    """Return width and height with the orientation applied, from the file's header if possible.

    Raises UnreadablePictureError.
    """
    with _opened(file) as image:
        width, height = image.size
        lying = image.getexif().get(ExifTags.Base.Orientation) in _LYING
    return (height, width) if lying else (width, height)


def decode(file: IO[bytes]) -> Image.Image:
    """Return the decoded picture, with its orientation applied, in a mode that all formats support.

    Metadata is dropped except for the colour profile, since it may include the location and the
    owner of the camera. Raises UnreadablePictureError.
    """
    with _opened(file) as image:
        image.load()
        ImageOps.exif_transpose(image, in_place=True)
        plain = _in_plain_mode(image)
        profile = plain.info.get("icc_profile")
        plain.info = {"icc_profile": profile} if profile and plain.mode != "L" else {}
        return plain


@contextlib.contextmanager
def _opened(file: IO[bytes]) -> Iterator[Image.Image]:
    try:
        file.seek(0)
        image = Image.open(file)
        if image.width * image.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
            raise TooManyPixelsError(f"{image.width} × {image.height} pixels")
        yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooManyPixelsError(str(error)) from error
    except UnreadablePictureError:
        raise
    except Exception as error:
        # Decoders raise various exceptions for broken files: OSError, SyntaxError, struct.error …
        raise UnreadablePictureError(f"{type(error).__name__}: {error}") from error


def _in_plain_mode(image: Image.Image) -> Image.Image:
    if image.mode in _MODES and "transparency" not in image.info:
        return image
    if image.mode == "CMYK" and (converted := _by_profile(image)):
        return converted
    if image.mode.startswith("I"):
        # 16-bit greyscale, which Pillow would clip to 8 bits.
        return image.point(lambda value: value / 256).convert("L")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _by_profile(image: Image.Image) -> Image.Image | None:
    """Convert CMYK to RGB with the embedded colour profile; None if there is no valid one."""
    profile: Any = image.info.get("icc_profile")
    if not profile:
        return None
    with contextlib.suppress(ImageCms.PyCMSError, OSError):
        return ImageCms.profileToProfile(
            image, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    return None
