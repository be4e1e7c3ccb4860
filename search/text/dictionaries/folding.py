"""Makes a hunspell dictionary of what people type without diacritics.

Flags are not changed, so that every word has the same forms, without diacritics. Rules that are
only for spelling suggestions are omitted, because they would be inconsistent after folding.
"""

import re
import unicodedata
from collections.abc import Callable

MARKED = dict(zip("acegiklnsuz", "āčēģīķļņšūž", strict=True))
_WORD_OF_LINE = re.compile(r"^[^/\s]+", re.MULTILINE)
SUGGESTIONS = {"REP", "TRY", "KEY", "MAP"}
# Letters that Unicode does not take apart.
_WHOLE = str.maketrans("łŁøØđĐħĦıðÐ", "lLoOdDhHidD") | str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "TH"}
)


class _Folded(dict[int, str]):
    """What each letter becomes, by its code point, once it was asked for."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).translate(_WHOLE))
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
        return self.setdefault(code, plain)


_FOLDED = _Folded()


def fold(text: str) -> str:
    """`ā` → `a`, for every letter of the Latin alphabet that is made of another."""
    return text if text.isascii() else text.translate(_FOLDED)


def fold_affixes(affixes: str) -> str:
    return "".join(
        f"{_fold_rule(line)}\n"
        for line in affixes.splitlines()
        if line.partition(" ")[0] not in SUGGESTIONS
    )


def _fold_rule(line: str) -> str:
    # `SFX flag strip added condition`; a group's first line has four columns.
    columns = line.split()
    if len(columns) < 5 or columns[0] not in {"SFX", "PFX"}:
        return line
    letters, slash, flags = columns[3].partition("/")
    columns[2] = fold(columns[2])
    columns[3] = f"{fold(letters)}{slash}{flags}"
    columns[4] = fold_condition(columns[4])
    return " ".join(columns)


def fold_condition(condition: str) -> str:
    """`[^aeē]` keeps out e only: without its diacritic, the ā which it lets in looks like an a."""
    return fold(re.sub(r"\[\^([^\]]+)\]", _fold_exclusion, condition))


def _fold_exclusion(excluded: re.Match[str]) -> str:
    letters = set(excluded[1])
    kept_out = [
        plain
        for plain in dict.fromkeys(map(fold, excluded[1]))
        if {plain, *MARKED.get(plain, "")} <= letters
    ]
    return f"[^{''.join(kept_out)}]" if kept_out else "."


def fold_words(words: str) -> str:
    return _each_word(words, fold)


def lower_words(words: str) -> str:
    """Names as texts have them after lower-casing, which every analysis begins with."""
    return _each_word(words, str.lower)


def _each_word(words: str, change: Callable[[str], str]) -> str:
    # `word/flags po:class`, where flags may be missing. The first line is the number of words.
    return _WORD_OF_LINE.sub(lambda word: change(word[0]), words)
