"""Two voices, and what they come to share."""

from functools import partial
from random import Random

from govlab.starter.pictures.canvas import Canvas, Pen
from govlab.starter.pictures.palette import Scheme
from govlab.starter.pictures.stage import stage


def dialogue(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rng.choice((_pair, _panels, _chorus))(canvas, scheme, rng)


def _bubble(pen: Pen, x: float, y: float, radius: float, h: int, v: int) -> None:
    """A disc whose one corner is left square: the tail."""
    pen.disc(x, y, radius)
    xs, ys = sorted((x, x + h * radius)), sorted((y, y + v * radius))
    pen.box(xs[0], ys[0], xs[1], ys[1])


def _pair(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    stage(canvas, scheme, rng)
    lean, tail = rng.choice((-1, 1)), rng.choice((-1, 1))
    left = partial(_bubble, x=-3.5, y=1.3 * lean, radius=5.9, h=-1, v=lean)
    right = partial(_bubble, x=3.5, y=-1.3 * lean, radius=5.9, h=1, v=-lean * tail)
    canvas.glaze(scheme.second, left)
    canvas.glaze(scheme.figure, right)
    canvas.glaze(scheme.accent, left, inside=right)


def _panels(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    stage(canvas, scheme, rng)
    side = rng.choice((-1, 1))
    corner = rng.choice((0.01, 1.6, 3.0))

    def upper(pen: Pen) -> None:
        x = -2.4 * side
        pen.panel(x - 6.4, -8, x + 6.4, 1, corner)
        pen.polygon([(x - 3.2 * side, 0), (x - 3.2 * side, 4.4), (x + 0.8 * side, 0)])

    def lower(pen: Pen) -> None:
        x = 2.4 * side
        pen.panel(x - 6.4, -2.4, x + 6.4, 5, corner)
        pen.polygon([(x + 3.2 * side, 4), (x + 3.2 * side, 8.4), (x - 0.8 * side, 4)])

    canvas.glaze(scheme.figure, upper)
    canvas.glaze(scheme.second, lower)
    canvas.glaze(scheme.accent, upper, inside=lower)


def _chorus(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    special = rng.choice((-1, 0, 1)), rng.choice((-1, 0, 1))
    facing = rng.choice((-1, 1))
    for column in range(-4, 5):
        for row in (-1, 0, 1):
            even = (column + row) % 2 == 0
            colour = scheme.figure if even else scheme.second
            if abs(column) > 1:
                colour = scheme.tint(0.14 if even else 0.07)
            if (column, row) == special:
                colour = scheme.accent
            h = facing if even else -facing
            _bubble(canvas.pen(colour), column * 5.2, row * 5.2, 2.2, h, 1)
