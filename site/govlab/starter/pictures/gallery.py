"""Every motif by its name, and the one way to draw them."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Final, TypeAlias

from govlab.starter.pictures.canvas import Canvas
from govlab.starter.pictures.encode import png
from govlab.starter.pictures.motifs.branches import branches
from govlab.starter.pictures.motifs.dialogue import dialogue
from govlab.starter.pictures.motifs.dots import dots
from govlab.starter.pictures.motifs.grid import grid
from govlab.starter.pictures.motifs.layers import layers
from govlab.starter.pictures.motifs.lens import lens
from govlab.starter.pictures.motifs.notes import notes
from govlab.starter.pictures.motifs.orbit import orbit
from govlab.starter.pictures.motifs.path import path
from govlab.starter.pictures.motifs.prism import prism
from govlab.starter.pictures.motifs.stairs import stairs
from govlab.starter.pictures.motifs.waves import waves
from govlab.starter.pictures.palette import Scheme, choose

Motif: TypeAlias = Callable[[Canvas, Scheme, Random], None]

_DRAWN: Final[Mapping[str, Motif]] = {
    motif.__name__: motif
    for motif in (
        dots, waves, layers, path, grid, orbit, prism, stairs, notes, dialogue, lens, branches,
    )
}  # fmt: skip

MOTIFS: Final[tuple[str, ...]] = tuple(_DRAWN)


def draw(motif: str, seed: str, size: tuple[int, int] = (1600, 1000)) -> bytes:
    """A PNG; the same motif, seed and size always give the same bytes."""
    if motif not in _DRAWN:
        raise ValueError(f"unknown motif {motif!r}; known are {', '.join(MOTIFS)}")
    rng = Random(f"{motif}/{seed}")
    scheme = choose(rng)
    canvas = Canvas(size, scheme.ground, zoom=rng.uniform(0.88, 1.0))
    _DRAWN[motif](canvas, scheme, rng)
    return png(canvas.finished())
