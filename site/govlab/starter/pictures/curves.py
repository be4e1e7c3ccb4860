"""Outlines that Pillow has no primitive for."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan2, cos, hypot, pi, radians, sin, sqrt, tan

from govlab.starter.pictures.canvas import Pen, Point

STEPS = 24


def polar(radius: float, degrees: float, centre: Point = (0, 0)) -> Point:
    """Clockwise from three o'clock, as on the canvas."""
    angle = radians(degrees)
    return centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)


def turned(points: Sequence[Point], degrees: float, centre: Point = (0, 0)) -> list[Point]:
    return [polar(hypot(x, y), degrees + atan2(y, x) * 180 / pi, centre) for x, y in points]


def rounded(points: Sequence[Point], radius: float) -> list[Point]:
    """The polyline with each corner replaced by an arc that touches both of its legs."""
    outline = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        outline.extend(_corner(before, corner, after, radius))
    return [*outline, points[-1]]


def _corner(before: Point, corner: Point, after: Point, radius: float) -> Iterator[Point]:
    into = atan2(corner[1] - before[1], corner[0] - before[0])
    out = atan2(after[1] - corner[1], after[0] - corner[0])
    turn = (out - into + pi) % (2 * pi) - pi
    if abs(turn) < 1e-6:
        return
    reach = radius * tan(abs(turn) / 2)
    side = pi / 2 if turn > 0 else -pi / 2
    start = (corner[0] - reach * cos(into), corner[1] - reach * sin(into))
    centre = (start[0] + radius * cos(into + side), start[1] + radius * sin(into + side))
    for step in range(STEPS + 1):
        angle = into - side + turn * step / STEPS
        yield centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)


def shifted(points: Sequence[Point], distance: float) -> list[Point]:
    """A mitred parallel of the polyline, to the right of its direction on the canvas."""
    normals = [_normal(a, b) for a, b in pairwise(points) if a != b]
    points = [points[0], *(b for a, b in pairwise(points) if a != b)]
    result: list[Point] = []
    for (x, y), before, after in zip(
        points, [normals[0], *normals], [*normals, normals[-1]], strict=True
    ):
        spread = distance / (1 + before[0] * after[0] + before[1] * after[1])
        result.append((x + (before[0] + after[0]) * spread, y + (before[1] + after[1]) * spread))
    return result


def _normal(start: Point, end: Point) -> Point:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    return -dy / length, dx / length


def stroke(pen: Pen, points: Sequence[Point], width: float, *, caps: bool = False) -> None:
    half = width / 2
    pen.polygon([*shifted(points, half), *reversed(shifted(points, -half))])
    if caps:
        for x, y in (points[0], points[-1]):
            pen.disc(x, y, half)


def leaf(start: Point, end: Point, swell: float) -> list[Point]:
    """Two mirrored arcs between the points; `swell` is how far each leaves the chord."""
    left = bow(start, end, swell)
    right = bow(start, end, -swell)
    return [*left, *reversed(right)]


def bow(start: Point, end: Point, swell: float) -> list[Point]:
    """The arc from start to end that leaves its chord by `swell`, signed."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    chord = hypot(dx, dy)
    rise = abs(swell)
    radius = (chord * chord / 4 + rise * rise) / (2 * rise)
    points: list[Point] = []
    for step in range(STEPS + 1):
        share = step / STEPS
        along = chord * (share - 0.5)
        height = sqrt(max(radius * radius - along * along, 0)) - (radius - rise)
        out = height / chord * (1 if swell > 0 else -1)
        points.append((start[0] + dx * share - dy * out, start[1] + dy * share + dx * out))
    return points
