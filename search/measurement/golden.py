"""Questions as people ask them, with the pages that answer them, graded by a person."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from .questions import Asked


def read_golden(path: Path, pages: Mapping[str, int]) -> Iterator[Asked]:
    """From a TSV of kind, question and `path=grade …`; a path without a page is a KeyError."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            graded = (answer.rsplit("=", 1) for answer in row["pages"].split())
            grades = {pages[place]: int(grade) for place, grade in graded}
            yield Asked(row["question"], row["kind"], grades)
