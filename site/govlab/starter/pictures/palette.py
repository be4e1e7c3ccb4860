"""The colours of the pictures, and the combinations known to sit well together."""

from dataclasses import dataclass
from random import Random
from typing import Final, TypeAlias

Colour: TypeAlias = tuple[int, int, int]

DEEP: Final[Colour] = (0x12, 0x37, 0x2A)
PINE: Final[Colour] = (0x1E, 0x5A, 0x45)
CARMINE: Final[Colour] = (0x9E, 0x1B, 0x32)
PAPER: Final[Colour] = (0xF6, 0xF1, 0xE7)
AMBER: Final[Colour] = (0xE8, 0xA3, 0x3D)
SKY: Final[Colour] = (0x8F, 0xB8, 0xC9)
INK: Final[Colour] = (0x1B, 0x24, 0x30)


def mix(start: Colour, end: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
    return red, green, blue


@dataclass(frozen=True)
class Scheme:
    """Four roles. The accent is meant to appear once in a picture."""

    ground: Colour
    figure: Colour
    second: Colour
    accent: Colour

    def tint(self, share: float) -> Colour:
        """A step from the ground (0) towards the figure (1)."""
        return mix(self.ground, self.figure, share)


# Carmine never meets a green or ink ground: the two are too close in lightness to separate.
SCHEMES: Final[tuple[Scheme, ...]] = (
    Scheme(PAPER, DEEP, SKY, CARMINE),
    Scheme(PAPER, PINE, SKY, AMBER),
    Scheme(PAPER, PINE, AMBER, CARMINE),
    Scheme(PAPER, CARMINE, SKY, INK),
    Scheme(PAPER, CARMINE, AMBER, DEEP),
    Scheme(PAPER, INK, SKY, CARMINE),
    Scheme(DEEP, PAPER, SKY, AMBER),
    Scheme(DEEP, SKY, PINE, AMBER),
    Scheme(DEEP, PAPER, PINE, AMBER),
    Scheme(INK, PAPER, SKY, AMBER),
    Scheme(INK, SKY, PINE, AMBER),
)


def choose(rng: Random) -> Scheme:
    return rng.choice(SCHEMES)
