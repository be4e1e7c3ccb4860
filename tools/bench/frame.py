"""What every bench begins and ends with: a private database, and the report of what was found."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from tools import postgres
from tools.environment import ROOT


class Results(Protocol):
    def keep(self) -> Path:
        """Writes down what was found, and says where."""


R = TypeVar("R", bound=Results)


def binaries() -> Path:
    """PostgreSQL's server programs, or the end with a word of how to get them."""
    found = postgres.find_binaries()
    if found is None:
        sys.exit("The bench needs PostgreSQL's server programs: apt install postgresql")
    return found


@contextmanager
def reported(results: R, text: Callable[[R], str]) -> Iterator[None]:
    """Prints and keeps the results, also what was found before something failed."""
    try:
        yield
    finally:
        print("\n" + text(results))
        print(f"\nKept in {results.keep().relative_to(ROOT)}.")
