"""What another dictionary would change: words, their forms, and what search finds with it."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import hunspell

from search.text.dictionaries import installed
from search.text.dictionaries.forms import paradigms

from .word_lists import Result

_ENCODING = re.compile(rb"^SET[ \t]+(?:microsoft-)?(\S+)", re.MULTILINE)
_WITHOUT_SET = b"ISO8859-1"


def _word(entry: str) -> str:
    return entry.split()[0].partition("/")[0]


class Dictionary:
    """A .dic file in UTF-8, with its .aff file beside it."""

    def __init__(self, words: Path) -> None:
        self.path = words

    @cached_property
    def words(self) -> list[str]:
        lines = self.path.read_text(encoding="utf-8").splitlines()[1:]
        return [word for word in dict.fromkeys(map(_word, lines)) if word]

    @cached_property
    def forms(self) -> set[str]:
        """Of one step; a dictionary that makes them in more steps has more."""
        return {form for _, forms in paradigms(self.path) for form in forms if form}

    @cached_property
    def _hunspell(self) -> hunspell.Hunspell:
        return hunspell.Hunspell(self.path.stem, hunspell_data_dir=str(self.path.parent))

    def knows(self, word: str) -> bool:
        return bool(self._hunspell.spell(word))

    def alone(self, words: Iterable[str], other: "Dictionary") -> list[str]:
        """Which of its words the other one lacks. Parts of words, which it lists, are no words."""
        return sorted(word for word in words if not other.knows(word) and self.knows(word))


class Changes(NamedTuple):
    added: list[str]
    removed: list[str]
    forms_added: list[str]
    forms_removed: list[str]


def changes(present: Dictionary, other: Dictionary) -> Changes:
    """Words are compared by whether they are accepted, not by where they are listed."""
    return Changes(
        other.alone(other.words, present),
        present.alone(present.words, other),
        other.alone(other.forms, present),
        present.alone(present.forms, other),
    )


@contextmanager
def in_utf8(words: Path, name: str) -> Iterator[Dictionary]:
    """A copy of any hunspell dictionary, under the name of the installed one.

    Raises OSError, and ValueError where the files are no such dictionary.
    """
    affixes = words.with_suffix(".aff").read_bytes()
    given = _ENCODING.search(affixes)
    encoding = (given[1] if given else _WITHOUT_SET).decode("ascii", "replace")
    try:
        lines = words.read_bytes().decode(encoding).lstrip("\N{BOM}").splitlines()
        rules = affixes.decode(encoding).lstrip("\N{BOM}")
    except LookupError as error:
        raise ValueError(str(error)) from error
    if not lines or not lines[0].strip().isdecimal():
        raise ValueError(f"{words} does not begin with a number of words.")
    with tempfile.TemporaryDirectory() as directory:
        copy = Path(directory, f"{name}.dic")
        entries = [line for line in lines if line.strip()]
        copy.write_text("\n".join([*entries, ""]), encoding="utf-8")
        others = [line for line in rules.splitlines() if not line.startswith("SET")]
        copy.with_suffix(".aff").write_text("\n".join(["SET UTF-8", *others, ""]), encoding="utf-8")
        yield Dictionary(copy)


def measured_with(dictionary: Dictionary, lists: Sequence[Path]) -> list[Result]:
    """The lists, measured in a process in which this Latvian dictionary is the installed one."""
    with tempfile.TemporaryDirectory() as directory:
        package = Path(directory, installed.PACKAGE)
        shutil.copytree(dictionary.path.parent, package / installed.LATVIAN)
        (package / "__init__.py").touch()
        path = os.pathsep.join([directory, *filter(None, sys.path)])
        found = subprocess.run(  # noqa: S603  our own module
            [sys.executable, "-m", "search.measurement.word_lists", *map(str, lists)],
            env={"PYTHONPATH": path},
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
    return [Result(*row) for row in json.loads(found.stdout)]
