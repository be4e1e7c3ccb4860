from typing import Any

from django.core.management.base import BaseCommand, CommandError
from elasticsearch import ApiError, TransportError

from govlab.delivery.log import consumers
from govlab.delivery.progress import progress_bar
from search.engines.elastic import cluster
from search.engines.elastic.entries import RefusedError
from search.engines.elastic.indices import CONSUMER
from search.engines.elastic.rebuild import RebuildRunningError, rebuild


class Command(BaseCommand):
    help = "Rebuilds the search indices beside the live ones, then switches to them."

    def handle(self, *args: Any, **options: Any) -> None:
        if not cluster.configured():
            raise CommandError("There is no cluster to build on: set ELASTICSEARCH_URL.")
        progress = progress_bar(self.stdout, "pages")
        alone = consumers.alone(CONSUMER, wait=True)
        try:
            sequence = rebuild(cluster.patient_cluster(), progress, alone)
        except RebuildRunningError:
            raise CommandError("The indices are being built already; wait for that.") from None
        except (ApiError, TransportError, RefusedError) as error:
            raise CommandError(
                f"Elasticsearch could not take it: {error}. The indices in use were left alone."
            ) from error
        self.stdout.write(f"\nThe indices hold the log up to sequence {sequence}.")
