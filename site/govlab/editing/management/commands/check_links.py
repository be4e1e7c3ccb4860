from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from govlab.delivery.locks import exclusive
from govlab.delivery.progress import progress_bar
from govlab.delivery.site_address import site_url

from ...links.check import Manners, check_links
from ...links.client import Client
from ...models.link_check import LinkResult


class Command(BaseCommand):
    help = "Checks the links of public pages to other sites, one host at a time, with pauses."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--delay", type=float, default=1.0, help="Seconds between two requests to a host (1)."
        )
        parser.add_argument(
            "--timeout", type=float, default=15.0, help="Seconds to wait for a response (15)."
        )
        parser.add_argument(
            "--retry-pause",
            type=float,
            default=30.0,
            help="Seconds before failed links are tried again, twice (30).",
        )
        parser.add_argument(
            "--recheck-days",
            type=float,
            default=0.0,
            help="Days for which a link that worked is not checked again (0).",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        user_agent = f"GovLabLinkCheck/1.0 (+{site_url()}; {settings.DEFAULT_FROM_EMAIL})"
        client = Client(user_agent, options["timeout"])
        manners = Manners(options["delay"], options["retry_pause"])
        with exclusive("check_links") as ours:
            if not ours:
                self.stderr.write("Another check is running.")
                return
            counts = check_links(
                client,
                manners,
                progress_bar(self.stdout, "links"),
                recheck_after=timedelta(days=options["recheck_days"]),
            )
        found = [f"{counts.get(result, 0)} {result}" for result in LinkResult.values]
        self.stdout.write(f"\n{', '.join(found)}.")
