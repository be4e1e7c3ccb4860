from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search.curation.starter_synonyms import LOCALES, load
from search.models import SearchSynonym


class Command(BaseCommand):
    help = "Loads the starter synonyms of public administration once; changes no editor's synonym."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--add",
            action="store_true",
            help="Add the sets that are missing although there are synonyms already, also those "
            "that editors have deleted.",
        )

    def handle(self, *args: Any, add: bool, **options: Any) -> None:
        if SearchSynonym.objects.exists() and not add:
            self.stdout.write("There are synonyms already; nothing was changed.")
            return
        for locale in LOCALES:
            self.stdout.write(f"{locale}: {load(locale)} sets of synonyms added.")
