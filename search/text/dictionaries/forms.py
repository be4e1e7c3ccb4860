"""The forms of the dictionary's own words, to measure an analysis with."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .files import SOURCE, TRUE


class Rule(NamedTuple):
    strip: str
    added: str
    condition: re.Pattern[str]


@cache
def _rules() -> dict[str, list[Rule]]:
    """Suffixes that need nothing else beside them, by flag."""
    rules = defaultdict(list)
    for line in (SOURCE / f"{TRUE}.aff").read_text(encoding="utf-8").splitlines():
        match line.split():
            case ["SFX", flag, strip, added, condition, *_] if "/" not in added:
                rules[flag].append(
                    Rule(_letters(strip), _letters(added), re.compile(f"{condition}$"))
                )
    return rules


def _letters(column: str) -> str:
    return "" if column == "0" else column


def paradigms() -> Iterator[tuple[str, list[str]]]:
    """Each word with its forms of one step, in the dictionary's order."""
    lines = (SOURCE / f"{TRUE}.dic").read_text(encoding="utf-8").splitlines()[1:]
    for line in lines:
        word, _, flags = line.split()[0].partition("/")
        found = [
            word.removesuffix(rule.strip) + rule.added
            for flag in flags
            for rule in _rules().get(flag, ())
            if word.endswith(rule.strip) and rule.condition.search(word)
        ]
        if found and "{" not in flags:
            yield word, list(dict.fromkeys([word, *found]))
