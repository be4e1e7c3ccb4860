"""What the site does with data about readers, for the privacy policy.

Each app registers what it stores, beside the code that stores it, with the retention that rules it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class Processing:
    key: str
    purpose: Text
    data: Text
    # The legal basis; empty where nothing says anything about a person.
    basis: Text
    # For how many days it is stored at most; None where nothing says anything about a person.
    days: Callable[[], int | None]
    order: int = 100


_processing: dict[str, Processing] = {}


def register(processing: Processing) -> None:
    _processing[processing.key] = processing


def all_processing() -> list[Processing]:
    return sorted(_processing.values(), key=lambda each: (each.order, each.key))
