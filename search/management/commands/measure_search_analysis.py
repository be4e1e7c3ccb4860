from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search.engines.elastic.cluster import cluster, configured
from search.measurement.alternatives import (
    elasticsearch_chains,
    has_dictionaries,
    python_engine,
)
from search.measurement.word_forms import generated_pairs, measure, read_pairs

SECONDS = 60


class Command(BaseCommand):
    help = "Measures analyses of Latvian on pairs of word forms and prints a table in Markdown."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "pairs", nargs="?", type=Path, help="A TSV file with lemma, indexed and searched."
        )
        parser.add_argument(
            "--generated", type=int, default=0, help="Pairs to take from the dictionary."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        pairs = read_pairs(options["pairs"]) if options["pairs"] else []
        pairs += generated_pairs(options["generated"]) if options["generated"] else []
        if not pairs:
            raise CommandError("Name a file of pairs, or a number with --generated.")
        alternatives = [python_engine()]
        if configured():
            patient = cluster().options(request_timeout=SECONDS)
            dictionaries = has_dictionaries(patient)
            if not dictionaries:
                self.stderr.write("The cluster has no Latvian dictionaries.")
            chains = elasticsearch_chains(patient, dictionaries=dictionaries)
            alternatives = [*chains, *alternatives]
        else:
            self.stderr.write("No ELASTICSEARCH_URL: only what needs no cluster is measured.")
        self.stdout.write(f"{len(pairs)} pairs of word forms of one lemma.\n")
        self.stdout.write("| analysis | recall | without diacritics | precision |")
        self.stdout.write("|---|---|---|---|")
        for alternative in alternatives:
            name, *numbers = measure(alternative, pairs)
            self.stdout.write(f"| {name} | {' | '.join(f'{value:.3f}' for value in numbers)} |")
