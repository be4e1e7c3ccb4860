from typing import Any

from django.core.management.base import BaseCommand

from ...log.identity import begin_new_log


class Command(BaseCommand):
    help = "Gives the log a new identity. Run it after the database was restored from a backup."

    def handle(self, *args: Any, **options: Any) -> None:
        head = begin_new_log("asked for by command")
        self.stdout.write(
            f"The log is {head.epoch} from here on, at sequence {head.sequence}. "
            "Portals that followed the log before are told to copy /export again."
        )
