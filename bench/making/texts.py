"""What a news item says."""

from collections.abc import Callable
from dataclasses import dataclass

SENTENCE = "Laboratorija kopā ar iestādēm izmēģina jaunus risinājumus un pastāsta, kas izdevās."


@dataclass(frozen=True)
class Texts:
    title: str
    summary: str
    heading: str
    paragraphs: tuple[str, ...]
    quote: str


# From an item's number and its language.
Writing = Callable[[int, str], Texts]


def alike(number: int, code: str) -> Texts:
    """The same words in each, told apart by the number."""
    return Texts(
        title=f"Ziņa Nr. {number}" if code == "lv" else f"News item no. {number}",
        summary=f"Kopsavilkums par ziņu {number}: kas notika, kam tas palīdz un kas būs tālāk.",
        heading=f"Kas notika {number}. reizē",
        paragraphs=tuple(f"{number}.{part} {SENTENCE} {SENTENCE}" for part in range(4)),
        quote=SENTENCE,
    )
