"""The size of a picture as readers see it.

Wagtail's own image model stores the size of the file, and makes renditions of it upright: a
photograph that a camera stored on its side is declared with width and height exchanged. A model
that stores the upright size says so with `stores_upright_size = True`.
"""

import logging
from typing import Any

from django.core.cache import cache
from PIL import ExifTags, Image

logger = logging.getLogger(__name__)

# Values of the orientation in EXIF for a picture on its side.
_SIDEWAYS = frozenset({5, 6, 7, 8})


def upright_size(image: Any) -> tuple[int, int]:
    """Width and height. Reads the head of the file once, then the cache."""
    size = (image.width, image.height)
    if getattr(image, "stores_upright_size", False) or image.is_svg():
        return size
    return size[::-1] if _is_sideways(image) else size


def _is_sideways(image: Any) -> bool:
    """False where the file cannot be read: it has no renditions either."""
    key = f"delivery-sideways-{image.file_hash}"
    known = cache.get(key) if image.file_hash else None
    if known is not None:
        return bool(known)
    try:
        with image.open_file() as file, Image.open(file) as opened:
            sideways = opened.getexif().get(ExifTags.Base.Orientation) in _SIDEWAYS
    except Exception as error:  # Decoders raise whatever they like at a broken file.
        logger.warning("The orientation of picture %s cannot be read: %s", image.pk, error)
        return False
    if image.file_hash:
        cache.set(key, sideways, timeout=None)
    return sideways
