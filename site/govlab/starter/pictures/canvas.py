"""A drawing surface measured in modules instead of pixels.

The origin is the middle of the picture and its shorter side is 20 modules, or more when zoomed
out, so a square crop keeps all from -10 to 10; `half_w` and `half_h` tell where the bleed ends.
"""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from PIL import Image, ImageChops, ImageDraw

from govlab.starter.pictures.palette import Colour

Point: TypeAlias = tuple[float, float]
Frame: TypeAlias = tuple[int, int, int, int]
Shape: TypeAlias = Callable[["Pen"], None]

MODULES: Final = 20
OVERSAMPLING: Final = 2


class Pen:
    def __init__(self, image: Image.Image, fill: Colour | int, module: float) -> None:
        self._draw = ImageDraw.Draw(image)
        self._fill = fill
        self._module = module
        self._origin = (image.width / 2, image.height / 2)

    def _at(self, x: float, y: float) -> Point:
        return self._origin[0] + x * self._module, self._origin[1] + y * self._module

    def _frame(self, left: float, top: float, right: float, bottom: float) -> Frame:
        x0, y0 = self._at(left, top)
        x1, y1 = self._at(right, bottom)
        # Pillow includes the far edge; without the step back neighbours would overlap.
        return round(x0), round(y0), max(round(x0), round(x1) - 1), max(round(y0), round(y1) - 1)

    def _round(self, x: float, y: float, radius: float) -> Frame:
        return self._frame(x - radius, y - radius, x + radius, y + radius)

    def box(self, left: float, top: float, right: float, bottom: float) -> None:
        self._draw.rectangle(self._frame(left, top, right, bottom), fill=self._fill)

    def panel(self, left: float, top: float, right: float, bottom: float, radius: float) -> None:
        frame = self._frame(left, top, right, bottom)
        self._draw.rounded_rectangle(frame, radius * self._module, fill=self._fill)

    def polygon(self, points: Sequence[Point]) -> None:
        self._draw.polygon([self._at(x, y) for x, y in points], fill=self._fill)

    def disc(self, x: float, y: float, radius: float) -> None:
        self._draw.ellipse(self._round(x, y, radius), fill=self._fill)

    def ring(self, x: float, y: float, radius: float, width: float) -> None:
        """`radius` is that of the ring's centre line."""
        frame = self._round(x, y, radius + width / 2)
        line = max(1, round(width * self._module))
        self._draw.ellipse(frame, outline=self._fill, width=line)

    def sector(self, x: float, y: float, radius: float, start: float, end: float) -> None:
        """Degrees, clockwise from three o'clock."""
        self._draw.pieslice(self._round(x, y, radius), start, end, fill=self._fill)


class Canvas:
    def __init__(self, size: tuple[int, int], ground: Colour, zoom: float = 1.0) -> None:
        self._size = size
        self._module = min(size) * OVERSAMPLING / MODULES * zoom
        large = (size[0] * OVERSAMPLING, size[1] * OVERSAMPLING)
        self._image = Image.new("RGB", large, ground)
        self.half_w = size[0] * OVERSAMPLING / self._module / 2
        self.half_h = size[1] * OVERSAMPLING / self._module / 2

    def pen(self, colour: Colour) -> Pen:
        return Pen(self._image, colour, self._module)

    def glaze(
        self,
        colour: Colour,
        shape: Shape,
        *,
        opacity: float = 1.0,
        inside: Shape | None = None,
    ) -> None:
        """Lay one even coat over the whole shape, however often its parts overlap."""
        mask = self._mask(shape, round(255 * opacity))
        if inside is not None:
            mask = ImageChops.darker(mask, self._mask(inside, 255))
        box = mask.getbbox()
        if box is not None:
            self._image.paste(colour, box, mask.crop(box))

    def _mask(self, shape: Shape, strength: int) -> Image.Image:
        mask = Image.new("L", self._image.size)
        shape(Pen(mask, strength, self._module))
        return mask

    def finished(self) -> Image.Image:
        return self._image.resize(self._size, Image.Resampling.LANCZOS)
