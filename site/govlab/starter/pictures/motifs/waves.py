"""Water, from a calm sea to a signal."""

from collections.abc import Callable
from functools import partial
from math import cos, exp, pi, sin
from random import Random

from govlab.starter.pictures.canvas import Canvas, Point
from govlab.starter.pictures.curves import stroke
from govlab.starter.pictures.palette import PAPER, Scheme, mix


def waves(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rng.choice((_sea, _scales, _ribbons))(canvas, scheme, rng)


def _crest(canvas: Canvas, height: Callable[[float], float]) -> list[Point]:
    steps = round(canvas.half_w * 8)
    return [
        (step / 4 - canvas.half_w, height(step / 4 - canvas.half_w)) for step in range(steps + 2)
    ]


def _sine(x: float, level: float, rise: float, length: float, phase: float) -> float:
    return level + rise * sin(2 * pi * (x / length + phase))


def _sea(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    length = rng.choice((8.0, 12.0, 16.0))
    drift = rng.choice((0.25, 0.4, 0.5))
    canvas.pen(scheme.accent).disc(rng.choice((-4, -2, 0, 2, 4)), -2.5, rng.choice((3.2, 4.0, 4.8)))
    count = 6
    # Ramps from a dark ground up to paper pass through a dead grey.
    pale = scheme.figure == PAPER
    hue, other = (scheme.second, PAPER) if pale else (scheme.figure, scheme.second)
    bright = rng.choice((0, 1, 2))
    low = (canvas.half_w + 1, canvas.half_h), (-canvas.half_w, canvas.half_h)
    for index in range(count):
        height = partial(
            _sine, level=index * 2.0 - 1.5, rise=0.7 + index * 0.12, length=length,
            phase=index * drift,
        )  # fmt: skip
        colour = other if index == bright else mix(scheme.ground, hue, (index + 1) / count)
        canvas.pen(colour).polygon([*_crest(canvas, height), *low])


def _scales(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    radius = rng.choice((3.0, 4.0, 5.0))
    horizon = rng.choice((-2.0, -1.0, 0.0))
    canvas.pen(scheme.accent).disc(rng.choice((-1, 0, 1)) * radius, horizon - 1.5, 4.5)
    rings = (scheme.figure, scheme.ground, scheme.figure, scheme.ground, scheme.second)
    for row in range(round(2 * canvas.half_h / radius) + 4):
        y = horizon + radius * (1 + row / 2)
        reach = round(canvas.half_w / radius / 2) + 1
        for column in range(-reach, reach + 1):
            x = column * 2 * radius + radius * (row % 2)
            for ring, colour in enumerate(rings):
                canvas.pen(colour).disc(x, y, radius * (1 - ring * 0.19))


def _ribbons(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    length = rng.choice((7.0, 9.0, 12.0))
    lead = rng.choice((2, 3, 4))
    spread = rng.choice((6.0, 9.0))
    for index in range(7):
        level = (index - 3) * 2.1

        def height(x: float, level: float = level) -> float:
            return level - 2.1 * exp(-((x / spread) ** 2)) * cos(2 * pi * x / length)

        colour = scheme.second if index in (0, 6) else scheme.figure
        stroke(canvas.pen(scheme.accent if index == lead else colour), _crest(canvas, height), 0.75)
