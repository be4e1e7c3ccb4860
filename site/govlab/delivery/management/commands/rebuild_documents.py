from typing import Any

from django.core.management.base import BaseCommand

from ...log.rebuild import rebuild
from ...progress import progress_bar


class Command(BaseCommand):
    help = "Rebuilds all documents; unchanged ones retain their sequence."

    def handle(self, *args: Any, **options: Any) -> None:
        appended = rebuild(progress_bar(self.stdout, "pages"))
        self.stdout.write(f"\n{appended} entries appended to the log.")
