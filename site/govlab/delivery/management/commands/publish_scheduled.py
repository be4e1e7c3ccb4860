import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from ...schedule.due import due_work
from ...schedule.run import run_due


class Command(BaseCommand):
    """Takes the place of Wagtail's command of this name, and does what the worker does."""

    help = "Publishes and expires what is due, also what failed before; exits with 1 if any fails."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dryrun", action="store_true", help="Only say what is due.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dryrun"]:
            for work in due_work(timezone.now()):
                self.stdout.write(str(work))
            return
        result = run_due(impatient=True)
        if options["verbosity"]:
            for work in result.done:
                self.stdout.write(f"Done: {work}.")
        for work in result.failed:
            self.stderr.write(f"Failed: {work}.")
        if result.failed:
            sys.exit(1)
