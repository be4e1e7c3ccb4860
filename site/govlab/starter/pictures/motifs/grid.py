"""A frieze of tiles."""

from collections.abc import Callable
from math import ceil
from random import Random
from typing import TypeAlias

from govlab.starter.pictures.canvas import Canvas, Pen
from govlab.starter.pictures.palette import Scheme

Tile: TypeAlias = Callable[[Pen, float, float, float, int, int], None]


def _quarter(pen: Pen, x: float, y: float, size: float, h: int, v: int) -> None:
    start = {(1, 1): 0, (-1, 1): 90, (-1, -1): 180, (1, -1): 270}[h, v]
    pen.sector(x - h * size / 2, y - v * size / 2, size, start, start + 90)


def _wedge(pen: Pen, x: float, y: float, size: float, h: int, v: int) -> None:
    a, b = h * size / 2, v * size / 2
    pen.polygon([(x - a, y - b), (x + a, y - b), (x - a, y + b)])


def _disc(pen: Pen, x: float, y: float, size: float, _h: int, _v: int) -> None:
    pen.disc(x, y, size / 2)


def _bars(pen: Pen, x: float, y: float, size: float, _h: int, v: int) -> None:
    for step in range(4):
        top = y - size / 2 + step * size / 4 + (size / 8 if v > 0 else 0)
        pen.box(x - size / 2, top, x + size / 2, top + size / 8)


def _blank(_pen: Pen, _x: float, _y: float, _size: float, _h: int, _v: int) -> None:
    pass


def grid(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    """One quadrant is drawn by lot and mirrored, the way a woven belt is counted out."""
    size, rows = rng.choice(((4.0, 2), (4.0, 2), (8 / 3, 3)))
    kinds: list[Tile] = [_quarter, *rng.sample((_wedge, _bars, _disc, _quarter), 2), _blank]
    pairs = [
        (scheme.tint(0.1), scheme.figure),
        (scheme.ground, scheme.second),
        (scheme.second, scheme.figure),
        (scheme.figure, scheme.second),
    ]
    for column in range(ceil(canvas.half_w / size)):
        for row in range(rows):
            kind = rng.choice(kinds[:3] if column == 0 else kinds)
            back, fore = rng.choice(pairs[:2] if kind is _blank else pairs)
            h, v = rng.choice((-1, 1)), rng.choice((-1, 1))
            for side, level in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
                x, y = side * (column + 0.5) * size, level * (row + 0.5) * size
                half = size / 2
                canvas.pen(back).box(x - half, y - half, x + half, y + half)
                kind(canvas.pen(fore), x, y, size, side * h, level * v)
    canvas.pen(scheme.accent).disc(0, 0, size / 2)
