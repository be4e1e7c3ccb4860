"""A regular field of dots that swells and thins."""

from collections.abc import Callable
from math import cos, exp, hypot, pi
from random import Random

from govlab.starter.pictures.canvas import Canvas, Point
from govlab.starter.pictures.palette import Scheme
from govlab.starter.pictures.stage import cells


def dots(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rng.choice((_halftone, _ripple, _eclipse))(canvas, scheme, rng)


def _field(
    canvas: Canvas, scheme: Scheme, pitch: float, size: Callable[[float, float], float], mark: Point
) -> None:
    """`size` is the share of its cell a dot fills; the mark takes the room of nine cells."""
    pen = canvas.pen(scheme.figure)
    for x, y in cells(canvas, pitch):
        radius = size(x, y) * pitch / 2
        if radius > 0.05 and max(abs(x - mark[0]), abs(y - mark[1])) > pitch * 1.5:
            pen.disc(x, y, radius)
    canvas.pen(scheme.accent).disc(*mark, pitch * 1.42)


def _mark(rng: Random, pitch: float, reach: int) -> Point:
    return rng.choice((-reach, reach)) * pitch, rng.choice((-reach, reach)) * pitch


def _halftone(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    pitch = rng.choice((1.0, 1.25))
    mark = _mark(rng, pitch, 3)
    reach = rng.choice((8.5, 10.0))

    def size(x: float, y: float) -> float:
        return 0.92 * exp(-((hypot(x + mark[0] * 0.6, y + mark[1] * 0.6) / reach) ** 2))

    canvas.pen(scheme.second).disc(-mark[0] * 0.6, -mark[1] * 0.6, 6.5)
    _field(canvas, scheme, pitch, size, mark)


def _ripple(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    pitch = rng.choice((0.8, 1.0))
    mark = _mark(rng, pitch, rng.choice((2, 4)))
    length = rng.choice((5.0, 6.5))

    def size(x: float, y: float) -> float:
        distance = hypot(x - mark[0], y - mark[1])
        return 0.1 + 0.8 * (0.5 - 0.5 * cos(2 * pi * distance / length)) * exp(-distance / 14)

    _field(canvas, scheme, pitch, size, mark)


def _eclipse(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    mark = _mark(rng, 1.0, 2)
    slope = rng.choice((-1, 1))

    def size(x: float, y: float) -> float:
        if hypot(x, y) > 7.2:
            return 0.16
        return min(max(0.55 + (x * slope + y) / 20, 0.16), 0.9)

    canvas.pen(scheme.second).disc(0, 0, 7.9)
    _field(canvas, scheme, 1.0, size, mark)
