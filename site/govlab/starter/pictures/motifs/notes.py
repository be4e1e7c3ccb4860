"""Paper notes, sorted and being sorted."""

from random import Random

from govlab.starter.pictures.canvas import Canvas, Point
from govlab.starter.pictures.curves import turned
from govlab.starter.pictures.palette import Colour, Scheme, mix
from govlab.starter.pictures.stage import stage

PITCH = 4.8


def notes(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rng.choice((_wall, _columns, _cascade))(canvas, scheme, rng)


def _note(
    canvas: Canvas, scheme: Scheme, centre: Point, size: float, colour: Colour, tilt: float = 0
) -> None:
    """Its lower right corner is turned up; a tilted one casts a shadow."""
    half = size / 2
    crease = half - size * 0.26
    sheet = [(-half, -half), (half, -half), (half, crease), (crease, half), (-half, half)]
    flap = [(half, crease), (crease, crease), (crease, half)]
    if tilt:
        shade = mix(scheme.ground, (0, 0, 0), 0.6)
        below = turned(sheet, tilt + 2, (centre[0] + 0.12, centre[1] + 0.3))
        canvas.glaze(shade, lambda pen: pen.polygon(below), opacity=0.3)
    canvas.pen(colour).polygon(turned(sheet, tilt, centre))
    canvas.pen(mix(colour, scheme.ground, 0.45)).polygon(turned(flap, tilt, centre))


def _wall(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    special = rng.choice((-1, 0, 1)), rng.choice((-1, 0, 1))
    inks = [scheme.figure] * 3 + [scheme.second] * 4 + [scheme.tint(0.2)] * 2
    rng.shuffle(inks)
    for column in range(-4, 5):
        for row in (-1, 0, 1):
            colour = scheme.tint(0.1) if abs(column) > 1 else inks.pop()
            if (column, row) != special:
                _note(canvas, scheme, (column * PITCH, row * PITCH), 4.1, colour)
    centre = special[0] * PITCH, special[1] * PITCH
    _note(canvas, scheme, centre, 4.7, scheme.accent, rng.choice((-9, 9)))


def _columns(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    counts = rng.sample((1, 2, 3), 3)
    special = rng.randrange(3)
    for column in range(-4, 5):
        x, inner = column * PITCH, abs(column) <= 1
        rule = canvas.pen(scheme.figure if inner else scheme.tint(0.2))
        rule.box(x - 2.05, -7.9, x + 2.05, -7.5)
        count = counts[column + 1] if inner else 3 - abs(column) % 3
        for row in range(count):
            colour = (scheme.figure, scheme.second)[row % 2] if inner else scheme.tint(0.1)
            tilt = 0
            if inner and column + 1 == special and row == count - 1:
                colour, tilt = scheme.accent, rng.choice((-7, 7))
            _note(canvas, scheme, (x, -4.6 + row * PITCH), 4.1, colour, tilt)


def _cascade(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    stage(canvas, scheme, rng)
    count = rng.choice((3, 4))
    side, lean = rng.choice((-1, 1)), rng.choice((-6, 6))
    tones = (scheme.tint(0.3), scheme.second, scheme.figure)
    for index in range(count):
        offset = index - (count - 1) / 2
        centre = (offset * 3.6 * side, offset * 2.2)
        if index == count - 1:
            _note(canvas, scheme, centre, 7.4, scheme.accent, lean)
        else:
            _note(canvas, scheme, centre, 7.4, tones[index + 4 - count])
