from typing import Any

from django.core.management.base import BaseCommand, CommandError

from govlab.core.publication.gate import PageRefused
from govlab.starter.loader import is_loaded, load


class Command(BaseCommand):
    help = "Loads the laboratory's starting content in both languages, once; changes nothing later."

    def handle(self, *args: Any, **options: Any) -> None:
        if is_loaded():
            self.stdout.write("The site already has content; nothing was changed.")
            return
        try:
            total = load(self._progress)
        except PageRefused as refused:
            raise CommandError("\n".join(refused.messages)) from refused
        self.stdout.write(self.style.SUCCESS(f"Loaded {total} pages and their translations."))

    def _progress(self, step: str) -> None:
        self.stdout.write(f"  {step}")
