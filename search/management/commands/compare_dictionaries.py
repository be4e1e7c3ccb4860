import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.measurement.dictionaries import Changes, Dictionary, changes, in_utf8, measured_with
from search.measurement.word_lists import measured
from search.text.dictionaries.installed import ENGLISH, LATVIAN, folder

FOLDERS = {LATVIAN: LATVIAN, "en_GB": ENGLISH, "en_US": ENGLISH}
SHOWN = 20


class Command(BaseCommand):
    help = "Says what another dictionary would change, before it is taken."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "dictionary", type=Path, help="A .dic file, with its .aff file beside it."
        )
        parser.add_argument(
            "lists", nargs="*", type=Path, help="TSV files of word forms, to measure both with."
        )
        parser.add_argument(
            "--name", choices=sorted(FOLDERS), help="What it would replace, unless so named."
        )
        parser.add_argument(
            "--all", action="store_true", help=f"Print all words, not only {SHOWN} of each kind."
        )

    def handle(
        self,
        *args: Any,
        dictionary: Path,
        lists: list[Path],
        name: str | None,
        all: bool,  # noqa: A002
        **options: Any,
    ) -> None:
        name = name or dictionary.stem
        if name not in FOLDERS:
            raise CommandError(f"Say what it would replace: --name {'|'.join(sorted(FOLDERS))}")
        if lists and name != LATVIAN:
            raise CommandError("Lists of word forms measure the Latvian dictionary only.")
        present = Dictionary(folder(FOLDERS[name]) / f"{name}.dic")
        try:
            with in_utf8(dictionary, name) as other:
                lines = [
                    *_words(present, other, None if all else SHOWN),
                    *(_measures(other, lists) if lists else ()),
                ]
        except (OSError, ValueError, re.error, subprocess.CalledProcessError) as error:
            raise CommandError(f"These files cannot be compared: {error}") from error
        self.stdout.write("\n".join(lines))


def _words(present: Dictionary, other: Dictionary, shown: int | None) -> Iterator[str]:
    found: Changes = changes(present, other)
    yield "| | installed | other | added | removed |"
    yield "|---|---|---|---|---|"
    yield _row("words", present.words, other.words, found.added, found.removed)
    yield _row("forms", present.forms, other.forms, found.forms_added, found.forms_removed)
    for title, words in found._asdict().items():
        yield ""
        more = "" if shown is None or len(words) <= shown else " …"
        yield f"{title.replace('_', ' ').capitalize()}: {', '.join(words[:shown]) or '–'}{more}"


def _row(title: str, *words: Any) -> str:
    return f"| {title} | {' | '.join(str(len(each)) for each in words)} |"


def _measures(other: Dictionary, lists: list[Path]) -> Iterator[str]:
    yield ""
    yield "| list | measure | installed | other |"
    yield "|---|---|---|---|"
    for now, then in zip(measured(lists), measured_with(other, lists), strict=True):
        yield f"| {now.name} | {now.measure} | {now.value:.3f} | {then.value:.3f} |"
