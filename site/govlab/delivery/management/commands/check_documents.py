import sys
from typing import Any

from django.core.management.base import BaseCommand

from ...log.audit import differences
from ...models import Head, Mark


class Command(BaseCommand):
    help = "Says where the log of documents differs from the pages; exits with 1 if it does."

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for difference in differences():
            found += 1
            self.stdout.write(str(difference))
        sequence = Head.current().sequence
        if waiting := Mark.objects.count():
            self.stdout.write(f"{waiting} marks are waiting for the relay.")
        if found:
            self.stderr.write(
                f"{found} differences. `manage.py rebuild_documents` brings the log up to date."
            )
            sys.exit(1)
        self.stdout.write(f"The log equals the pages, at sequence {sequence}.")
