"""One line that leads somewhere."""

from random import Random

from govlab.starter.pictures.canvas import Canvas, Point
from govlab.starter.pictures.curves import rounded, shifted, stroke
from govlab.starter.pictures.palette import Scheme
from govlab.starter.pictures.stage import cells


def path(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rng.choice((_serpentine, _junction, _labyrinth))(canvas, scheme, rng)


def _goal(canvas: Canvas, scheme: Scheme, at: Point) -> None:
    canvas.pen(scheme.ground).disc(*at, 2.4)
    canvas.pen(scheme.accent).disc(*at, 1.9)


def _flips(rng: Random) -> tuple[int, int]:
    return rng.choice((-1, 1)), rng.choice((-1, 1))


def _serpentine(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    mirror, flip = _flips(rng)
    pen = canvas.pen(scheme.tint(0.2))
    for x, y in cells(canvas, 2.0):
        pen.disc(x, y, 0.11)
    far = canvas.half_w + 1
    turns = rng.choice(
        (
            [(-far, 6), (-4, 6), (-4, -6), (3, -6), (3, 2), (8, 2)],
            [(-far, -4), (-3, -4), (-3, 6), (5, 6), (5, -4)],
            [(-far, 2), (-7, 2), (-7, -6), (0, -6), (0, 6), (7, 6), (7, -2)],
        )
    )
    line = rounded([(x * mirror, y * flip) for x, y in turns], 2.8)
    for distance, colour in ((-1.3, scheme.second), (0.0, scheme.figure), (1.3, scheme.tint(0.35))):
        stroke(canvas.pen(colour), shifted(line, distance), 0.95)
    _goal(canvas, scheme, line[-1])


def _junction(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rise = rng.choice((5, 6))
    far = canvas.half_w + 1
    routes: list[list[Point]] = [
        [(-far, 0), (far, 0)],
        [(-far, -rise), (-rise, -rise), (rise, rise), (far, rise)],
        [(-far, rise), (-rise, rise), (rise, -rise), (far, -rise)],
    ]
    colours = [scheme.tint(0.35), scheme.figure, scheme.second]
    rng.shuffle(colours)
    for turns, colour in zip(routes, colours, strict=True):
        stroke(canvas.pen(colour), rounded(turns, 3), 1.7)
    for side in (-1, 1):
        for level in (-1, 0, 1):
            canvas.pen(scheme.ground).disc(side * 9.5, level * rise, 0.45)
    _goal(canvas, scheme, (0, 0))


def _labyrinth(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    mirror, flip = _flips(rng)
    turns = [
        (-canvas.half_w - 1, 8), (8, 8), (8, -8), (-8, -8), (-8, 4),
        (4, 4), (4, -4), (-4, -4), (-4, 0), (0, 0),
    ]  # fmt: skip
    line = rounded([(x * mirror, y * flip) for x, y in turns], rng.choice((1.3, 1.9)))
    wide, narrow = rng.choice(((2.2, 0.8), (2.6, 1.4)))
    stroke(canvas.pen(scheme.second), line, wide)
    stroke(canvas.pen(scheme.figure), line, narrow)
    _goal(canvas, scheme, (0, 0))
