"""Straight edges that break the light."""

from functools import partial
from math import cos, radians
from random import Random

from govlab.starter.pictures.canvas import Canvas, Pen, Point
from govlab.starter.pictures.curves import polar
from govlab.starter.pictures.palette import Scheme, mix
from govlab.starter.pictures.stage import QUIET, stage


def prism(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rng.choice((_refraction, _gem, _peaks))(canvas, scheme, rng)


def _refraction(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    side = rng.choice((-1, 1))
    far = canvas.half_w + 1
    apex, right, left = (0.0, -7.6), (7.6 * side, 6.0), (-7.6 * side, 6.0)

    def on(end: Point, share: float) -> Point:
        return apex[0] + (end[0] - apex[0]) * share, apex[1] + (end[1] - apex[1]) * share

    canvas.pen(scheme.figure).polygon([apex, right, left])
    entry, rise = rng.choice((0.5, 0.55, 0.62)), rng.choice((2.0, 4.0, 6.0))
    enter, leave = on(left, entry), (on(right, 0.42), on(right, 0.62))
    canvas.pen(mix(scheme.figure, scheme.ground, 0.3)).polygon([enter, *leave])
    beam = [
        enter,
        on(left, entry + 0.04),
        (-far * side, enter[1] + rise + 0.6),
        (-far * side, enter[1] + rise),
    ]
    canvas.pen(scheme.figure).polygon(beam)
    colours = [scheme.second, scheme.accent, scheme.tint(0.65), scheme.tint(0.3)]
    if rng.choice((True, False)):
        colours.reverse()
    for index, colour in enumerate(colours):
        near = [on(right, 0.42 + 0.05 * (index + step)) for step in (0, 1)]
        ends = [(far * side, -3.4 + 3.0 * (index + step)) for step in (1, 0)]
        canvas.pen(colour).polygon([*near, *ends])


def _gem(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    stage(canvas, scheme, rng)
    light = rng.randrange(6) * 60
    special = rng.randrange(6)
    for index in range(6):
        start = index * 60 - 90
        outer = [polar(8.4, start), polar(8.4, start + 60)]
        middles = [polar(8.4 * 0.866, start + turn) for turn in (-30, 30)]
        shade = 0.5 - 0.5 * cos(radians(start + 30 - light))
        canvas.pen(scheme.tint(0.45 + 0.55 * shade)).polygon([(0, 0), *outer])
        shade = 0.5 - 0.5 * cos(radians(start - light))
        facet = mix(scheme.second, scheme.ground, 0.5 * shade)
        canvas.pen(scheme.accent if index == special else facet).polygon([(0, 0), *middles])


def _peaks(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    base, pitch = 6.0, 4.0
    special = rng.choice((-1, 0, 1))
    back = canvas.pen(scheme.tint(QUIET))
    for step in range(-6, 6):
        x, height = (step + 0.5) * pitch, rng.choice((6.0, 8.0, 10.0))
        back.polygon([(x, base - height), (x + 3.6, base), (x - 3.6, base)])
    heights = rng.sample((9.0, 10.5, 12.0, 13.5), 4)
    for step, height in zip((-2, 2, -1, 1), [*heights[:2], *heights[2:]], strict=True):
        _peak(canvas, scheme, step * pitch, base, height * 0.8, step == special)
    _peak(canvas, scheme, 0, base, 14.0, special == 0)
    canvas.pen(scheme.figure).box(-canvas.half_w, base, canvas.half_w, canvas.half_h)


def _peak(
    canvas: Canvas, scheme: Scheme, x: float, base: float, height: float, special: bool
) -> None:
    top = (x, base - height)
    dark = [top, (x, base), (x - 3.4, base)]
    lit = [top, (x + 3.4, base), (x, base)]
    canvas.glaze(scheme.figure, partial(Pen.polygon, points=dark), opacity=0.92)
    colour = scheme.accent if special else scheme.second
    canvas.glaze(colour, partial(Pen.polygon, points=lit), opacity=0.92)
