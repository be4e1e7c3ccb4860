"""From a true-colour picture to a small PNG."""

from io import BytesIO
from typing import Final, cast

from PIL import Image

from govlab.starter.pictures.palette import Colour

PALETTE_SIZE: Final = 256
SURFACE_SHARE: Final = 1 / 4000  # of the pixels; a rarer colour is an edge
# Pillow looks entries up in steps of four levels and would take a close one for the exact one.
CLEARANCE: Final = 8
TWIN: Final = 3


def png(image: Image.Image) -> bytes:
    flat = image.quantize(palette=_palette(image), dither=Image.Dither.NONE)
    out = BytesIO()
    flat.save(out, "PNG", optimize=True)
    return out.getvalue()


def _palette(image: Image.Image) -> Image.Image:
    """Surfaces keep their exact colour; all blends along edges share the remaining entries.

    Pillow's own choice weighs by area, so the edges of a small shape take on those of a large one.
    """
    pixels = _counted(image)
    limit = image.width * image.height * SURFACE_SHARE
    surfaces: list[Colour] = []
    for colour in [colour for count, colour in pixels if count > limit][: PALETTE_SIZE // 2]:
        if _clear(colour, surfaces, TWIN):
            surfaces.append(colour)
    blends = _blends([colour for _, colour in pixels], PALETTE_SIZE - len(surfaces))
    entries = surfaces + [blend for blend in blends if _clear(blend, surfaces, CLEARANCE)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for colour in entries for channel in colour])
    return palette


def _blends(colours: list[Colour], count: int) -> list[Colour]:
    strip = Image.new("RGB", (len(colours), 1))
    strip.putdata(colours)
    reduced = strip.quantize(count, method=Image.Quantize.MEDIANCUT).convert("RGB")
    return [colour for _, colour in _counted(reduced)]


def _counted(image: Image.Image) -> list[tuple[int, Colour]]:
    found = cast("list[tuple[int, Colour]]", image.getcolors(image.width * image.height))
    return sorted(found, reverse=True)


def _clear(colour: Colour, others: list[Colour], room: int) -> bool:
    return all(
        max(abs(a - b) for a, b in zip(colour, other, strict=True)) >= room for other in others
    )
