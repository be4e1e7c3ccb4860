"""Bodies around a centre."""

from functools import partial
from random import Random

from govlab.starter.pictures.canvas import Canvas, Pen
from govlab.starter.pictures.curves import polar
from govlab.starter.pictures.palette import Scheme
from govlab.starter.pictures.stage import QUIET


def orbit(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rng.choice((_system, _shift, _phases))(canvas, scheme, rng)


def _system(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    special = rng.randrange(1, 4)
    start = rng.randrange(8)
    stride = rng.choice((3, 5))
    for index in reversed(range(8)):
        radius = 3.6 + index * 1.9
        if index % 2:
            canvas.pen(scheme.tint(QUIET * (8 - index) / 8)).disc(0, 0, radius)
        canvas.pen(scheme.tint(0.55 if index < 4 else 0.18)).ring(0, 0, radius, 0.16)
    canvas.pen(scheme.figure).disc(0, 0, 2.2)
    for index, radius in enumerate((0.7, 1.0, 0.8, 1.3)):
        colour = scheme.accent if index == special else scheme.second
        canvas.pen(colour).disc(*polar(3.6 + index * 1.9, 45 * (start + index * stride)), radius)


def _shift(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    """Two halves of a target, slid by one ring along their seam."""
    count = rng.choice((4, 5, 7))
    step = 7.6 / count
    upright = rng.choice((True, False))
    slide = rng.choice((-1, 1)) * step / 2
    quiet = scheme.tint(QUIET)
    left, top = (0.0, -canvas.half_h) if upright else (-canvas.half_w, 0.0)
    canvas.pen(quiet).box(left, top, canvas.half_w, canvas.half_h)
    for side, colour, bare in ((0, scheme.second, scheme.ground), (1, scheme.figure, quiet)):
        offset = (side * 2 - 1) * slide
        for index in range(count):
            pen = canvas.pen(bare if index % 2 else colour)
            radius = step * (count - index)
            if upright:
                pen.sector(0, offset, radius, 90 - 180 * side, 270 - 180 * side)
            else:
                pen.sector(offset, 0, radius, 180 - 180 * side, 360 - 180 * side)
    x, y = (0.0, slide) if upright else (slide, 0.0)
    canvas.pen(scheme.accent).disc(x, y, 7.6 / 5)


def _phases(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    radius, sun = rng.choice(((1.9, 2.6), (1.5, 3.2), (2.1, 2.1)))
    turn = rng.choice((-1, 1))
    canvas.pen(scheme.tint(QUIET)).disc(0, 0, 7.8)
    canvas.pen(scheme.figure).ring(0, 0, 7.8, 0.2)
    canvas.pen(scheme.accent).disc(0, 0, sun)
    for side in (-1, 1):
        for step, distance in enumerate((5.2, 10.4, 15.0, 19.6)):
            x = side * distance
            moon = partial(Pen.disc, x=x, y=0, radius=radius)
            shade = partial(Pen.disc, x=x + side * turn * (1.5 - step * 0.5), y=0, radius=radius)
            canvas.glaze(scheme.second, moon)
            canvas.glaze(scheme.figure, shade, inside=moon)
