from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from govlab.delivery.models import Document
from search.choice import ENGINES
from search.measurement.engines import as_asked
from search.measurement.golden import read_golden
from search.measurement.known_items import KnownItems, site_items
from search.measurement.questions import Asked, measure, table


class Command(BaseCommand):
    help = "Measures how well an engine orders this site's pages and prints a table in Markdown."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "golden", nargs="?", type=Path, help="A TSV file with kind, question and graded pages."
        )
        parser.add_argument(
            "--known-items", type=int, default=0, help="Pages to ask for by their own words."
        )
        parser.add_argument("--locale", default="lv")
        parser.add_argument("--engine", choices=sorted(ENGINES), default="database")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        questions = list(self._questions(**options))
        if not questions:
            raise CommandError("Name a file of questions, or a number with --known-items.")
        measured = measure(as_asked(options["engine"]), options["locale"], questions)
        self.stdout.write("\n".join(table(measured)))

    def _questions(
        self, *, golden: Path | None, known_items: int, locale: str, seed: int, **_: Any
    ) -> list[Asked]:
        found: list[Asked] = []
        if golden:
            live = Document.objects.filter(live=True, locale=locale)
            found += read_golden(golden, dict(live.values_list("path", "page_id")))
        if known_items:
            found += KnownItems(site_items(locale), locale, seed=seed).questions(known_items)
        return found
