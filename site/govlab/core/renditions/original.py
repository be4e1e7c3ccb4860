"""Reads an uploaded picture as readers are to see it."""

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
    """No picture, a part of one, or one with more pixels than the settings allow.

    Wagtail's tags show a placeholder for it.
    """


class TooManyPixelsError(UnreadablePictureError):
    pass


def limit_decoders() -> None:
    """Makes Pillow itself refuse larger pictures, for whoever opens one without asking here."""
    Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def upright_size(file: IO[bytes]) -> tuple[int, int]:
    """Width and height as the picture is meant to be seen, from its head where that is enough.

    Raises UnreadablePictureError.
    """
    with _opened(file) as image:
        width, height = image.size
        lying = image.getexif().get(ExifTags.Base.Orientation) in _LYING
    return (height, width) if lying else (width, height)


def decode(file: IO[bytes]) -> Image.Image:
    """The whole picture, upright, in a mode that every format can be saved in.

    Of what was stored beside the pixels only a colour profile is kept: cameras write there where
    and with whose device a picture was taken. Raises UnreadablePictureError.
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
        # Decoders raise whatever they like at a broken file: OSError, SyntaxError, struct.error …
        raise UnreadablePictureError(f"{type(error).__name__}: {error}") from error


def _in_plain_mode(image: Image.Image) -> Image.Image:
    if image.mode in _MODES and "transparency" not in image.info:
        return image
    if image.mode == "CMYK" and (converted := _by_profile(image)):
        return converted
    if image.mode.startswith("I"):
        # 16 bits a grey pixel; Pillow would cut off what is over 8.
        return image.point(lambda value: value / 256).convert("L")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _by_profile(image: Image.Image) -> Image.Image | None:
    """From ink to light as the picture's own profile says; None where it has none that works."""
    profile: Any = image.info.get("icc_profile")
    if not profile:
        return None
    with contextlib.suppress(ImageCms.PyCMSError, OSError):
        return ImageCms.profileToProfile(
            image, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    return None
