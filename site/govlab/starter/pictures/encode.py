"""From a true-colour picture to a small PNG."""

from io import BytesIO
from typing import Final, cast

from PIL import Image, ImageChops

from govlab.starter.pictures.palette import Colour

PALETTE_SIZE: Final = 256
MOST_SURFACES: Final = 16
SURFACE_SHARE: Final = 1 / 2000  # of the pixels; a rarer colour is an edge


def png(image: Image.Image) -> bytes:
    """Surfaces keep their exact colour; all blends along edges share the rest of the palette.

    Pillow's own palette weighs by area, so the edges of a small shape take on those of a large
    one, and its look-up is only near: each would shift the house colours by a visible shade.
    """
    counted = _counted(image)
    limit = image.width * image.height * SURFACE_SHARE
    surfaces = [colour for count, colour in counted[:MOST_SURFACES] if count > limit]
    blends = _blends([colour for _, colour in counted], PALETTE_SIZE - len(surfaces))
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for colour in surfaces + blends for channel in colour])
    reduced = image.quantize(palette=palette, dither=Image.Dither.NONE)
    for index, colour in enumerate(surfaces):
        reduced.paste(index, (0, 0), _exactly(image, colour))
    out = BytesIO()
    reduced.save(out, "PNG", optimize=True)
    return out.getvalue()


def _counted(image: Image.Image) -> list[tuple[int, Colour]]:
    """Most frequent first."""
    found = cast("list[tuple[int, Colour]]", image.getcolors(image.width * image.height))
    return sorted(found, reverse=True)


def _blends(colours: list[Colour], count: int) -> list[Colour]:
    strip = Image.new("RGB", (len(colours), 1))
    strip.putdata(colours)
    reduced = strip.quantize(count, method=Image.Quantize.MEDIANCUT).convert("RGB")
    return [colour for _, colour in _counted(reduced)]


def _exactly(image: Image.Image, colour: Colour) -> Image.Image:
    red, green, blue = (
        band.point([255 if level == wanted else 0 for level in range(256)])
        for band, wanted in zip(image.split(), colour, strict=True)
    )
    return ImageChops.darker(ImageChops.darker(red, green), blue)
