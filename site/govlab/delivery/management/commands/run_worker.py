import signal
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ...operations.worker import run_round, run_rounds


class Command(BaseCommand):
    help = "Publishes and expires scheduled pages, until stopped with Ctrl-C or SIGTERM."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", default="worker", help="The name its heartbeat carries.")
        parser.add_argument("--interval", type=float, default=10.0, help="Seconds between rounds.")
        parser.add_argument("--once", action="store_true", help="Do one round and stop.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            run_round(options["name"])
            return
        stop = Event()
        for signum in (signal.SIGINT, signal.SIGTERM):
            signal.signal(signum, lambda *_: stop.set())
        self.stdout.write(
            f"Worker “{options['name']}” looks every {options['interval']:g} seconds."
        )
        run_rounds(options["name"], interval=options["interval"], stop=stop)
        self.stdout.write("Worker stopped.")
