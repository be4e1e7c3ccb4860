"""Growth: a tree, a sprig, a tree of choices."""

from random import Random

from govlab.starter.pictures.canvas import Canvas, Point
from govlab.starter.pictures.curves import bow, leaf, polar, rounded, stroke
from govlab.starter.pictures.palette import Colour, Scheme


def branches(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rng.choice((_crown, _sprigs, _choices))(canvas, scheme, rng)


def _tree(
    canvas: Canvas, x: float, y: float, radius: float, crown: Colour, wood: Colour, side: int
) -> list[Point]:
    """Answers with the tips of its twigs."""
    canvas.pen(crown).disc(x, y, radius)
    pen = canvas.pen(wood)
    width = radius * 0.075
    pen.box(x - width / 2, y - radius * 0.55, x + width / 2, canvas.half_h)
    tips: list[Point] = []
    for index, (level, length) in enumerate(
        ((0.72, 0.66), (0.44, 0.72), (0.16, 0.62), (-0.12, 0.5))
    ):
        start = (x, y + level * radius)
        tip = polar(length * radius, -90 + 45 * side * (1 if index % 2 else -1), start)
        stroke(pen, [start, tip], width, caps=True)
        tips.append(tip)
    return [*tips, (x, y - radius * 0.55)]


def _crown(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    side = rng.choice((-1, 1))
    quiet, wood = scheme.tint(0.1), scheme.ground
    for x, y, radius in ((-13, 2.5, 4.2), (13, 1.0, 4.8), (-20, 1.0, 4.8), (20, 2.5, 4.2)):
        _tree(canvas, x * side, y, radius, quiet, wood, side)
        canvas.pen(quiet).box(
            x * side - radius * 0.0375, y + radius, x * side + radius * 0.0375, canvas.half_h
        )
    tips = _tree(canvas, 0, -1.2, 7.2, scheme.second, scheme.figure, side)
    special = rng.randrange(len(tips))
    for index, tip in enumerate(tips):
        colour = scheme.accent if index == special else scheme.figure
        canvas.pen(colour).disc(*tip, 1.1 if index == special else 0.6)


def _sprig(
    canvas: Canvas,
    x: float,
    stem: Colour,
    halves: list[tuple[Colour, Colour]],
    lean: float,
    swell: float,
) -> None:
    canvas.pen(stem).box(x - 0.2, -5, x + 0.2, canvas.half_h)
    for index, (upper, lower) in enumerate(halves):
        side = 1 if index % 2 else -1
        y = 7.4 - index // 2 * 4.2 - (lean if side > 0 else 0)
        start, tip = (x, y), (x + side * 4.7, y - 4.7)
        canvas.pen(lower).polygon(leaf(start, tip, swell))
        canvas.pen(upper).polygon(bow(start, tip, -swell * side))
    canvas.pen(halves[-1][0]).polygon(leaf((x, -4.2), (x, -9), 1.15))


def _sprigs(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    lean = rng.choice((0.0, 1.6))
    special = rng.randrange(4)
    swell = rng.choice((1.3, 1.6))
    faint = [(scheme.tint(0.13), scheme.tint(0.07))] * 6
    for x in (-11.5, 11.5):
        _sprig(canvas, x, scheme.tint(0.13), faint, lean, swell)
    halves = [(scheme.figure, scheme.second)] * 6
    halves[special] = (scheme.accent, scheme.accent)
    _sprig(canvas, 0, scheme.figure, halves, lean, swell)


def _choices(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    side = rng.choice((-1, 1))
    chosen = rng.randrange(8)
    xs = (-canvas.half_w - 1, -6.5, -6.5, -2.0, -2.0, 2.5, 2.5, 7.5)
    for end in range(8):
        left, right = sorted((7.5 * side, canvas.half_w * side))
        y = (end - 3.5) * 2.2
        share = 0.3 if end == chosen else 0.08
        canvas.pen(scheme.tint(share)).box(left, y - 0.85, right, y + 0.85)
    for end in sorted(range(8), key=lambda end: end == chosen):
        second, third, last = (end // 4 - 0.5) * 8.8, (end // 2 - 1.5) * 4.4, (end - 3.5) * 2.2
        ys = (0.0, 0.0, second, second, third, third, last, last)
        turns = [(x * side, y) for x, y in zip(xs, ys, strict=True)]
        line = rounded(turns, 0.55)
        main = end == chosen
        colour = scheme.accent if main else scheme.figure
        stroke(canvas.pen(colour), line, 0.55 if main else 0.32)
        canvas.pen(colour if main else scheme.second).disc(*line[-1], 0.85)
    canvas.pen(scheme.figure).disc(-6.5 * side, 0, 1.2)
