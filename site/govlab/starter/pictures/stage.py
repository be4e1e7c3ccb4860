"""Quiet grounds, so that a single figure has somewhere to stand instead of floating."""

from collections.abc import Iterator
from math import ceil
from random import Random

from govlab.starter.pictures.canvas import Canvas, Point
from govlab.starter.pictures.palette import Scheme

QUIET = 0.09


def cells(canvas: Canvas, pitch: float) -> Iterator[Point]:
    """Centres of a grid that is symmetric about the middle and runs past the edges."""
    columns, rows = ceil(canvas.half_w / pitch), ceil(canvas.half_h / pitch)
    for row in range(-rows, rows + 1):
        for column in range(-columns, columns + 1):
            yield column * pitch, row * pitch


def stage(canvas: Canvas, scheme: Scheme, rng: Random) -> None:
    rng.choice((_halo, _horizon, _halves, _colonnade, _points))(canvas, scheme)


def _halo(canvas: Canvas, scheme: Scheme) -> None:
    for step, radius in enumerate((17.5, 13.0, 8.8)):
        canvas.pen(scheme.tint(QUIET * (step + 1) / 3)).disc(0, 0, radius)


def _horizon(canvas: Canvas, scheme: Scheme) -> None:
    canvas.pen(scheme.tint(QUIET)).box(-canvas.half_w, 3, canvas.half_w, canvas.half_h)


def _halves(canvas: Canvas, scheme: Scheme) -> None:
    canvas.pen(scheme.tint(QUIET)).box(0, -canvas.half_h, canvas.half_w, canvas.half_h)


def _colonnade(canvas: Canvas, scheme: Scheme) -> None:
    pen = canvas.pen(scheme.tint(QUIET * 0.8))
    for column in range(-ceil(canvas.half_w / 4), ceil(canvas.half_w / 4) + 1):
        pen.box(column * 4 - 1, -canvas.half_h, column * 4 + 1, canvas.half_h)


def _points(canvas: Canvas, scheme: Scheme) -> None:
    pen = canvas.pen(scheme.tint(QUIET * 2))
    for x, y in cells(canvas, 2.0):
        pen.disc(x, y, 0.11)
