"""The forms of a dictionary's own words, to measure an analysis or another dictionary with."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .installed import LATVIAN, folder


class Rule(NamedTuple):
    strip: str
    added: str
    condition: re.Pattern[str]


@cache
def _rules(affixes: Path) -> dict[str, list[Rule]]:
    """Suffixes that need nothing else beside them, by flag."""
    rules = defaultdict(list)
    for line in affixes.read_text(encoding="utf-8").splitlines():
        match line.split():
            case ["SFX", flag, strip, added, condition, *_] if "/" not in added:
                rules[flag].append(
                    Rule(_letters(strip), _letters(added), re.compile(f"{condition}$"))
                )
    return rules


def _letters(column: str) -> str:
    return "" if column == "0" else column


def paradigms(words: Path | None = None) -> Iterator[tuple[str, list[str]]]:
    """Each word with its forms of one step, in the dictionary's order.

    Of the installed Latvian dictionary, or of a .dic file in UTF-8 with an .aff file beside it.
    """
    words = words or folder(LATVIAN) / f"{LATVIAN}.dic"
    rules = _rules(words.with_suffix(".aff"))
    for line in words.read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.split()[0].partition("/")
        found = [
            word.removesuffix(rule.strip) + rule.added
            for flag in flags
            for rule in rules.get(flag, ())
            if word.endswith(rule.strip) and rule.condition.search(word)
        ]
        if found and "{" not in flags:
            yield word, list(dict.fromkeys([word, *found]))
