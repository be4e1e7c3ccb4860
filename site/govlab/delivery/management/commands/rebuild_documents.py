from typing import Any

from django.core.management.base import BaseCommand

from ...log.rebuild import rebuild
from ...progress import progress_bar


class Command(BaseCommand):
    help = "Makes every document again; one that did not change keeps its sequence."

    def handle(self, *args: Any, **options: Any) -> None:
        appended = rebuild(progress_bar(self.stdout, "pages"))
        self.stdout.write(f"\n{appended} entries appended to the log.")
