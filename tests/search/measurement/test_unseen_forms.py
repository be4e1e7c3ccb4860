"""Lists that the lemmas were not made with: pairs of forms of one lemma, and of different words.

They were written by another hand, and no rule is to be fitted to them.
"""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from search.text.dictionaries.folding import fold
from search.text.tokens import index_text, query_terms

RESOURCES = Path(__file__).parent / "resources"
Pairs = list[tuple[str, str]]


def both_ways(name: str) -> Pairs:
    with (RESOURCES / name).open(encoding="utf-8", newline="") as file:
        rows = [(row["form_a"], row["form_b"]) for row in csv.DictReader(file, delimiter="\t")]
    return rows + [(second, first) for first, second in rows]


def found(stored: str, asked: str) -> bool:
    tokens = set(index_text(stored, "lv").split())
    return all(not tokens.isdisjoint(group) for group in query_terms(asked, "lv"))


@pytest.mark.parametrize("typed", [str, fold], ids=["as written", "without diacritics"])
def test_forms_of_one_lemma_meet(typed: Callable[[str], str]) -> None:
    pairs = both_ways("unseen_word_forms_lv.tsv")
    missed = [(stored, asked) for stored, asked in pairs if not found(stored, typed(asked))]
    assert len(missed) / len(pairs) <= 0.01, missed


def test_different_words_mostly_do_not() -> None:
    pairs = both_ways("different_words_lv.tsv")
    mixed_up = [(stored, asked) for stored, asked in pairs if found(stored, asked)]
    assert len(mixed_up) / len(pairs) <= 0.12, mixed_up
