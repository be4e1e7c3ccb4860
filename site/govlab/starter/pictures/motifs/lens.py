"""A quiet field, and what a closer look makes of it."""

from functools import partial
from math import ceil
from random import Random

from govlab.starter.pictures.canvas import Canvas, Pen, Point, Shape
from govlab.starter.pictures.curves import polar, stroke
from govlab.starter.pictures.palette import Scheme
from govlab.starter.pictures.stage import cells

RADIUS = 6.4


def lens(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rng.choice((_stripes, _grains, _shared))(canvas, scheme, rng)


def _glass(canvas: Canvas, scheme: Scheme, side: int) -> tuple[Point, Shape]:
    """Lays handle and clear disc; the field seen through the glass and its rim come after."""
    centre = (-1.2 * side, -1.4)
    grip = [polar(RADIUS, 90 - 45 * side, centre), polar(40, 90 - 45 * side, centre)]
    stroke(canvas.pen(scheme.figure), grip, 1.7)
    canvas.pen(scheme.ground).disc(*centre, RADIUS)
    return centre, lambda pen: pen.disc(*centre, RADIUS)


def _stripes(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    pen = canvas.pen(scheme.tint(0.2))
    for step in range(-ceil(canvas.half_w), ceil(canvas.half_w) + 1):
        pen.box(step - 0.12, -canvas.half_h, step + 0.12, canvas.half_h)
    centre, view = _glass(canvas, scheme, rng.choice((-1, 1)))
    special = rng.choice((-1, 0, 1))
    upright = rng.choice((True, False))
    for step in range(-2, 3):
        near, far = step * 2.6 - 0.65, step * 2.6 + 0.65
        frame = (near, -10.0, far, 10.0) if upright else (-10.0, near, 10.0, far)
        left, top, right, bottom = (value + centre[index % 2] for index, value in enumerate(frame))
        stripe = partial(Pen.box, left=left, top=top, right=right, bottom=bottom)
        colour = scheme.accent if step == special else scheme.second
        canvas.glaze(colour, stripe, inside=view)
    canvas.pen(scheme.figure).ring(*centre, RADIUS, 0.8)


def _grains(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    pen = canvas.pen(scheme.tint(0.3))
    for x, y in cells(canvas, 1.0):
        pen.disc(x, y, 0.15)
    centre, view = _glass(canvas, scheme, rng.choice((-1, 1)))
    pitch = rng.choice((2.4, 3.2))
    special = rng.choice(((-1, 0), (0, 0), (1, 0), (0, -1), (0, 1)))
    canvas.pen(scheme.second).disc(*centre, RADIUS)

    def grains(pen: Pen) -> None:
        for column in range(-3, 4):
            for row in range(-3, 4):
                pen.disc(centre[0] + column * pitch, centre[1] + row * pitch, pitch * 0.34)

    canvas.glaze(scheme.figure, grains, inside=view)
    x, y = centre[0] + special[0] * pitch, centre[1] + special[1] * pitch
    canvas.pen(scheme.accent).disc(x, y, pitch * 0.36)
    canvas.pen(scheme.figure).ring(*centre, RADIUS, 0.8)


def _shared(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    lean = rng.choice((-1.2, 0.0, 1.2))
    pitch = rng.choice((0.5, 0.8))

    def left(pen: Pen) -> None:
        pen.disc(-3.2, lean, RADIUS)

    def right(pen: Pen) -> None:
        pen.disc(3.2, -lean, RADIUS)

    reach = ceil(canvas.half_h / pitch)

    def lines(pen: Pen) -> None:
        for step in range(-reach, reach + 1):
            top = step * pitch - pitch * 0.18
            pen.box(-canvas.half_w, top, canvas.half_w, top + pitch * 0.36)

    canvas.glaze(scheme.tint(0.2), lines)
    canvas.glaze(scheme.second, right)
    canvas.glaze(scheme.figure, left)
    canvas.glaze(scheme.accent, left, inside=right)
    canvas.glaze(scheme.ground, lines, inside=left)
