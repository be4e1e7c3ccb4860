"""The clients of the cluster that the settings name. Neither retries.

A reader's search has no time to: the database answers instead. Writing is repeated by its consumer.
"""

from functools import cache

from django.conf import settings
from elasticsearch import Elasticsearch

# For what no reader waits for, such as writing a batch of entries.
PATIENT_SECONDS = 20.0


def configured() -> bool:
    return bool(settings.GOVLAB_ELASTICSEARCH_URL)


@cache
def cluster() -> Elasticsearch:
    """For readers' searches."""
    return Elasticsearch(
        settings.GOVLAB_ELASTICSEARCH_URL,
        api_key=settings.GOVLAB_ELASTICSEARCH_API_KEY or None,
        request_timeout=settings.GOVLAB_ELASTICSEARCH_TIMEOUT_MS / 1000,
        max_retries=0,
        retry_on_timeout=False,
    )


def patient_cluster() -> Elasticsearch:
    """For writing, building and inspecting; on the same connections."""
    return cluster().options(request_timeout=PATIENT_SECONDS)
