"""Golden queries: queries as people type them, with pages that a person graded."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from .judged_queries import JudgedQuery


def read_golden(path: Path, pages: Mapping[str, int]) -> Iterator[JudgedQuery]:
    """From a TSV of kind, query and `path=grade …`. Raises KeyError for a path without a page."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            graded = (page.rsplit("=", 1) for page in row["pages"].split())
            grades = {pages[place]: int(grade) for place, grade in graded}
            yield JudgedQuery(row["query"], row["kind"], grades)
