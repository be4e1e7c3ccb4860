"""Things that lie one above or behind another."""

from functools import partial
from random import Random

from govlab.starter.pictures.canvas import Canvas, Pen, Shape
from govlab.starter.pictures.palette import Colour, Scheme, mix
from govlab.starter.pictures.stage import stage


def layers(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rng.choice((_sheets, _arches, _panes))(canvas, scheme, rng)


def _sheets(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    stage(canvas, scheme, rng)
    count = rng.choice((4, 5))
    special = rng.randrange(1, count - 1)
    gap = 10 / count
    wide, deep, thick = 9.2, 4.6, 0.4
    for index in range(count):
        y = (count - 1) / 2 * gap - index * gap
        colour = scheme.figure if index % 2 else scheme.second
        if index == special:
            colour = scheme.accent
        top = [(-wide, y), (0, y - deep), (wide, y), (0, y + deep)]
        edge = [
            (-wide, y), (0, y + deep), (wide, y),
            (wide, y + thick), (0, y + deep + thick), (-wide, y + thick),
        ]  # fmt: skip
        canvas.glaze(colour, partial(Pen.polygon, points=top), opacity=0.88)
        canvas.pen(mix(colour, scheme.ground, 0.35)).polygon(edge)


def _arch(
    canvas: Canvas, x: float, spring: float, radius: float, colours: tuple[Colour, ...]
) -> None:
    for index, colour in enumerate(colours):
        inner = radius * (1 - index / len(colours))
        pen = canvas.pen(colour)
        pen.disc(x, spring, inner)
        pen.box(x - inner, spring, x + inner, canvas.half_h)


def _arches(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    sides = rng.choice((2.0, 4.0, 6.0))
    quiet, bare = scheme.tint(0.16), scheme.ground
    for side in (-1, 1):
        _arch(canvas, side * 14.6, sides, 5.0, (quiet, bare, quiet, bare, quiet))
    main = [scheme.figure, bare, scheme.second, bare, scheme.figure, scheme.accent]
    if rng.choice((True, False)):
        main = [scheme.second, scheme.figure, bare, scheme.figure, scheme.accent]
    _arch(canvas, 0, rng.choice((0.4, 1.4, 2.4)), 9.0, tuple(main))


def _panes(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    stage(canvas, scheme, rng)
    side = rng.choice((-1, 1))
    rounded = rng.choice((True, False))
    size, shift = 4.8, 3.0

    def pane(step: int) -> Shape:
        x, y = step * shift * side, step * shift
        if rounded:
            return lambda pen: pen.disc(x, y, size)
        return lambda pen: pen.box(x - size, y - size, x + size, y + size)

    for step, colour in ((-1, scheme.second), (1, scheme.tint(0.45)), (0, scheme.figure)):
        canvas.glaze(colour, pane(step), opacity=0.88)
    canvas.glaze(scheme.accent, pane(-1), inside=pane(1))
