from typing import Any

from django.core.management.base import BaseCommand

from govlab.delivery.log.rebuild import rebuild


class Command(BaseCommand):
    help = "Makes every document again; one that did not change keeps its sequence."

    def handle(self, *args: Any, **options: Any) -> None:
        appended = rebuild(self._progress)
        self.stdout.write(f"\n{appended} entries appended to the log.")

    def _progress(self, done: int, total: int) -> None:
        width = 30 * done // total
        ending = "" if self.stdout.isatty() else "\n"
        self.stdout.write(
            f"\r[{'#' * width}{'.' * (30 - width)}] {done} of {total} pages", ending=ending
        )
        self.stdout.flush()
