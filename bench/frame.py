"""The report of what a bench measured."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from tools.environment import ROOT


class Results(Protocol):
    def keep(self) -> Path:
        """Writes down what was found, and says where."""


R = TypeVar("R", bound=Results)


@contextmanager
def reported(results: R, text: Callable[[R], str]) -> Iterator[None]:
    """Prints and keeps the results, also what was found before something failed."""
    try:
        yield
    finally:
        print("\n" + text(results))
        print(f"\nKept in {results.keep().relative_to(ROOT)}.")
