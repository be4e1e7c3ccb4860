"""What a run may be told."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from ..options import positive

# Between the pages that Wagtail searches too and the largest number.
MANY = 10_000


@dataclass(frozen=True)
class Options:
    items: int
    documents: int
    questions: int
    seconds: int
    rounds: int
    connections: int
    words: int

    @property
    def sizes(self) -> list[int]:
        """How many documents are searched, step by step; up to `items` they are pages too."""
        documents = max(self.items, self.documents)
        return sorted({self.items, min(max(self.items, MANY), documents), documents})


def parse(arguments: Sequence[str]) -> Options:
    parser = argparse.ArgumentParser(
        prog="make bench-search", description="Measures search beside Wagtail's own."
    )
    for name, default, what in (
        ("items", 1_000, "news pages, which Wagtail searches too"),
        ("documents", 100_000, "documents at most, which only our engines search"),
        ("questions", 500, "different questions"),
        ("seconds", 5, "of each measurement"),
        ("rounds", 2, "measurements of each call"),
        ("connections", 4, "clients at once"),
        ("words", 200_000, "words in the vocabulary that corrections are measured with"),
    ):
        parser.add_argument(f"--{name}", type=positive, default=default, help=what)
    return Options(**vars(parser.parse_args(arguments)))
