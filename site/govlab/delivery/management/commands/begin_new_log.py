from typing import Any

from django.core.management.base import BaseCommand

from ...log.identity import begin_new_log


class Command(BaseCommand):
    help = "Gives the log a new epoch. Run it after restoring the database from a backup."

    def handle(self, *args: Any, **options: Any) -> None:
        head = begin_new_log("requested by command")
        self.stdout.write(
            f"The new log is {head.epoch}, at sequence {head.sequence}. "
            "Portals will be told to copy /export again."
        )
