from typing import Any

from django.core.management.base import BaseCommand

from govlab.starter.loader import is_loaded, load


class Command(BaseCommand):
    help = "Loads the laboratory's starting content in both languages, once; changes nothing later."

    def handle(self, *args: Any, **options: Any) -> None:
        if is_loaded():
            self.stdout.write("The site already has content; nothing was changed.")
            return
        total = load(self._progress)
        self.stdout.write(self.style.SUCCESS(f"Loaded {total} pages and their translations."))

    def _progress(self, step: str) -> None:
        self.stdout.write(f"  {step}")
