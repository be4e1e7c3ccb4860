from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search.text.dictionaries import write_dictionaries


class Command(BaseCommand):
    help = "Writes the Latvian dictionaries, true and folded, for an Elasticsearch node."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "directory",
            type=Path,
            help="The `hunspell` folder inside the node's configuration; made if it is missing.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        for path in write_dictionaries(options["directory"]):
            self.stdout.write(f"{path}")
