from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from govlab.delivery.models import Document
from search.engines.failover import ENGINES
from search.measurement.engines import with_corrections
from search.measurement.golden import read_golden
from search.measurement.judged_queries import JudgedQuery, measure, table
from search.measurement.known_items import KnownItems, site_items


class Command(BaseCommand):
    help = "Measures how well an engine orders this site's pages and prints a table in Markdown."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "golden", nargs="?", type=Path, help="A TSV file with kind, query and graded pages."
        )
        parser.add_argument(
            "--known-items", type=int, default=0, help="Pages to ask for by their own words."
        )
        parser.add_argument("--locale", default="lv")
        parser.add_argument("--engine", choices=sorted(ENGINES), default="database")
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        queries = list(self._queries(**options))
        if not queries:
            raise CommandError("Name a file of queries, or a number with --known-items.")
        measured = measure(with_corrections(options["engine"]), options["locale"], queries)
        self.stdout.write("\n".join(table(measured)))

    def _queries(
        self, *, golden: Path | None, known_items: int, locale: str, seed: int, **_: Any
    ) -> list[JudgedQuery]:
        found: list[JudgedQuery] = []
        if golden:
            live = Document.objects.filter(live=True, locale=locale)
            found += read_golden(golden, dict(live.values_list("path", "page_id")))
        if known_items:
            found += KnownItems(site_items(locale), locale, seed=seed).queries(known_items)
        return found
