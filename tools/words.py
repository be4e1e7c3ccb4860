"""Finds words that the project does not use, for `make check`, and says what to write instead.

The words are in a table of docs/glossary.md, so that the page and the check never differ. Code is
searched as text: comments, docstrings, messages and names, whether in snake or camel case. A line
that cannot do without such a word, such as a name of another library, ends with `words: ok`.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tools.environment import ROOT

GLOSSARY = Path("docs/glossary.md")
HEADING = "## Words not to use"
SUFFIXES = frozenset({".css", ".html", ".js", ".md", ".py", ".toml", ".txt", ".yaml", ".yml"})
# Migrations and the changelog say what was; the rest is not ours.
SKIPPED_FOLDERS = frozenset({"migrations", "node_modules", "var", "static"})
SKIPPED_FILES = frozenset({GLOSSARY, Path("CHANGELOG.md")})
EXCUSE = "words: ok"

# Between the words of a phrase: nothing in a name, else white space, with the signs of a comment
# or of a string that goes on in the next line.
_BETWEEN = r"[\s#\"'_-]*"
_START = r"(?:(?<![A-Za-z])|(?-i:(?<=[a-z])(?=[A-Z])))"
_END = r"(?:(?![A-Za-z])|(?-i:(?<=[a-z])(?=[A-Z])))"


class Rule(NamedTuple):
    pattern: re.Pattern[str]
    instead: str


class Finding(NamedTuple):
    path: Path
    line: int
    word: str
    instead: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: “{self.word}”. Write: {self.instead}"


def rules(glossary: str) -> list[Rule]:
    """The rows of the table. Raises ValueError where the page has none: nothing would be found."""
    section = glossary.partition(f"{HEADING}\n")[2].partition("\n## ")[0]
    found = [
        Rule(_pattern(word), cells[1].strip())
        for line in section.splitlines()
        if len(cells := line.strip().strip("|").split("|")) == 2
        for word in re.findall(r"`([^`]+)`", cells[0])
    ]
    if not found:
        raise ValueError(f"{GLOSSARY} has no table of words under “{HEADING}”.")
    return found


def _pattern(word: str) -> re.Pattern[str]:
    """Phrases are found in names too; a word with an underscore is one name, and no phrase."""
    return re.compile(_START + _BETWEEN.join(map(re.escape, word.split())) + _END, re.IGNORECASE)


def findings(path: Path, text: str, words: Iterable[Rule]) -> Iterator[Finding]:
    lines = text.splitlines()
    for pattern, instead in words:
        for match in pattern.finditer(text):
            number = text.count("\n", 0, match.start()) + 1
            if EXCUSE not in lines[number - 1]:
                yield Finding(path, number, " ".join(match[0].split()), instead)


def files(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(
            name for name in folders if name not in SKIPPED_FOLDERS and not name.startswith(".")
        )
        for name in sorted(names):
            path = (Path(folder) / name).relative_to(root)
            if path.suffix in SUFFIXES and path not in SKIPPED_FILES:
                yield path


def main(root: Path = ROOT) -> int:
    words = rules((root / GLOSSARY).read_text(encoding="utf-8"))
    found = [
        finding
        for path in files(root)
        for finding in findings(path, (root / path).read_text(encoding="utf-8"), words)
    ]
    print("\n".join(map(str, found)) or "The project uses its own words.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
