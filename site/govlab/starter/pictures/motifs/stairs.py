"""Steady steps."""

from math import ceil
from random import Random

from govlab.starter.pictures.canvas import Canvas, Point
from govlab.starter.pictures.curves import shifted, stroke
from govlab.starter.pictures.palette import Scheme
from govlab.starter.pictures.stage import stage


def stairs(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rng.choice((_columns, _blocks, _flight))(canvas, scheme, rng)


def _columns(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    side = rng.choice((-1, 1))
    tread = rng.choice((3.2, 4.0))
    rest = rng.choice((-2, -1, 0))
    reach = ceil(canvas.half_w / tread)
    for step in range(-reach, reach):
        top = 2.0 - step * tread / 2
        left, right = sorted((step * tread * side, (step + 1) * tread * side))
        share = 0.2 + 0.8 * (step + reach) / (2 * reach - 1)
        canvas.pen(scheme.tint(share)).box(left, top, right, canvas.half_h)
        canvas.pen(scheme.second).box(left, top, right, top + 0.5)
        if step == rest:
            canvas.pen(scheme.accent).disc((left + right) / 2, top - tread / 2, tread / 2)


def _blocks(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    stage(canvas, scheme, rng)
    side = rng.choice((-1, 1))
    count = rng.choice((4, 5))
    special = rng.randrange(count)
    run = 8.0 / count

    def at(x: float, y: float, z: float) -> Point:
        return (x - y) * 0.866 * side, (x + y) * 0.5 - z + 4

    for index in range(count):
        near, far = index * run - 4, (index + 1) * run - 4
        z = 8 - index * run
        top = canvas.pen(scheme.accent if index == special else scheme.second)
        top.polygon([at(near, -4, z), at(far, -4, z), at(far, 4, z), at(near, 4, z)])
        canvas.pen(scheme.tint(0.55)).polygon(
            [at(far, -4, z), at(far, 4, z), at(far, 4, z - run), at(far, -4, z - run)]
        )
        canvas.pen(scheme.figure).polygon(
            [at(near, 4, z), at(far, 4, z), at(far, 4, 0), at(near, 4, 0)]
        )


def _flight(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    side = rng.choice((-1, 1))
    tread = rng.choice((2.8, 4.0, 5.2))
    special = rng.choice((-1, 0, 1))
    gap = rng.choice((1.1, 1.3, 1.6))
    reach = ceil(canvas.half_w / tread) + 3
    points: list[Point] = []
    for step in range(-reach, reach + 1):
        points += [(step * tread * side, -step * tread), ((step + 1) * tread * side, -step * tread)]
    tones = {3: scheme.tint(0.2), 2: scheme.second, 1: scheme.figure, 0: scheme.figure}
    for lane in range(-3, 4):
        colour = scheme.accent if lane == special else tones[abs(lane)]
        stroke(canvas.pen(colour), shifted(points, lane * gap), gap * 0.62)
