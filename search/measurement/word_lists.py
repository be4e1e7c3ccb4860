"""Lists of word forms, measured as search finds them with the installed dictionary.

`python -m search.measurement.word_lists FILE …` prints the results as JSON, so that another
process, with another dictionary, can be asked. A list with lemmas has forms of one word; a list
without them, pairs of different words.
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .alternatives import python_engine
from .word_forms import Pair, measure


class Result(NamedTuple):
    name: str
    measure: str
    value: float


def measured(paths: Iterable[Path]) -> Iterator[Result]:
    """Raises ValueError for a file without the columns of a list."""
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        try:
            pairs = [_columns(row) for row in rows]
        except KeyError as error:
            raise ValueError(f"{path} has no column {error}.") from error
        if rows and "lemma" in rows[0]:
            yield from _forms(
                path.stem,
                [Pair(row["lemma"], *pair) for row, pair in zip(rows, pairs, strict=True)],
            )
        else:
            yield Result(path.stem, "different words kept apart", 1 - _mixed_up(pairs))


def _columns(row: dict[str, str]) -> tuple[str, str]:
    first, second = ("indexed", "searched") if "indexed" in row else ("form_a", "form_b")
    return row[first], row[second]


def _forms(name: str, pairs: Sequence[Pair]) -> Iterator[Result]:
    both_ways = [*pairs, *(Pair(lemma, second, first) for lemma, first, second in pairs)]
    _, as_written, without_diacritics, precision = measure(python_engine(), both_ways)
    yield Result(name, "recall", as_written)
    yield Result(name, "recall without diacritics", without_diacritics)
    yield Result(name, "precision", precision)


def _mixed_up(pairs: Sequence[tuple[str, str]]) -> float:
    both_ways = [*pairs, *((second, first) for first, second in pairs)]
    engine = python_engine()
    stored = engine.index([first for first, _ in both_ways])
    asked = engine.search([second for _, second in both_ways])
    found = [not one.isdisjoint(other) for one, other in zip(stored, asked, strict=True)]
    return sum(found) / len(found) if found else 0.0


if __name__ == "__main__":
    json.dump(list(measured(map(Path, sys.argv[1:]))), sys.stdout)
