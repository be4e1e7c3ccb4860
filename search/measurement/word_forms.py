"""How well an analysis brings the forms of a word together, and keeps other words apart."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from csv import DictReader
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from search.text.dictionaries.folding import fold
from search.text.dictionaries.forms import paradigms

# What a text with one word is found by, and what a query with one word asks for.
Tokens = Callable[[Sequence[str]], list[set[str]]]


class Pair(NamedTuple):
    lemma: str
    indexed: str
    searched: str


@dataclass(frozen=True)
class Alternative:
    name: str
    index: Tokens
    search: Tokens


class Measured(NamedTuple):
    name: str
    as_written: float
    without_diacritics: float
    precision: float


def read_pairs(path: Path) -> list[Pair]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(DictReader(file, delimiter="\t"))
    return [Pair(row["lemma"], row["indexed"], row["searched"]) for row in rows]


def generated_pairs(count: int, seed: int = 1) -> list[Pair]:
    """Two forms each of words picked from the dictionary."""
    chosen = random.Random(seed)
    words = chosen.sample(list(paradigms()), count)
    return [Pair(word, *chosen.sample(forms, 2)) for word, forms in words if len(forms) > 1]


def measure(alternative: Alternative, pairs: Sequence[Pair]) -> Measured:
    indexed = alternative.index([pair.indexed for pair in pairs])
    searched = [pair.searched for pair in pairs]
    return Measured(
        alternative.name,
        _recall(indexed, alternative.search(searched)),
        _recall(indexed, alternative.search([fold(word) for word in searched])),
        _precision(alternative, pairs),
    )


def _recall(indexed: Sequence[set[str]], searched: Sequence[set[str]]) -> float:
    found = [not one.isdisjoint(other) for one, other in zip(indexed, searched, strict=True)]
    return sum(found) / len(found)


def _precision(alternative: Alternative, pairs: Iterable[Pair]) -> float:
    """Of all other forms in the list that a form finds, the share with a lemma in common."""
    lemmas: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        for form in (pair.indexed, pair.searched):
            lemmas[form.lower()].add(pair.lemma.lower())
    forms = list(lemmas)
    by_token: dict[str, set[str]] = defaultdict(set)
    for form, tokens in zip(forms, alternative.index(forms), strict=True):
        for token in tokens:
            by_token[token].add(form)
    right = total = 0
    for form, tokens in zip(forms, alternative.search(forms), strict=True):
        found = {other for token in tokens for other in by_token[token]} - {form}
        total += len(found)
        right += sum(not lemmas[form].isdisjoint(lemmas[other]) for other in found)
    return right / total if total else 1.0
