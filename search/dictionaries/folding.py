"""Makes a hunspell dictionary of what people type without diacritics.

Flags stay as they are, so every word keeps its forms; only letters lose their marks. What serves
spelling suggestions alone is left out: after folding it would contradict itself.
"""

import re
import unicodedata

SUGGESTIONS = {"REP", "TRY", "KEY", "MAP"}


def fold(text: str) -> str:
    """`ā` → `a`, for every letter that Unicode can take apart."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


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
    columns[4] = fold(columns[4])
    return " ".join(columns)


def fold_words(words: str) -> str:
    count, *entries = words.splitlines()
    return "\n".join([count, *map(_fold_entry, entries)]) + "\n"


def _fold_entry(entry: str) -> str:
    # `word/flags po:class`, where flags may be missing.
    word = re.match(r"[^/\s]*", entry)
    end = word.end() if word else 0
    return fold(entry[:end]) + entry[end:]
