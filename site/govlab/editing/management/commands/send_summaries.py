from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from govlab.editing.notifications.summaries import send_due


class Command(BaseCommand):
    help = (
        "Sends today's summaries that were not sent yet, whatever the hour. The worker sends them "
        "from SUMMARY_HOUR on."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Summaries sent: {send_due(timezone.now())}")
