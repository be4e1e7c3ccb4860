"""The clients of the configured cluster. Neither retries.

Searches fail over to the database instead, and writes are repeated by their consumer.
"""

from functools import cache

from django.conf import settings
from elasticsearch import Elasticsearch

# The timeout of background requests, such as writing a batch of entries.
PATIENT_SECONDS = 20.0


def configured() -> bool:
    return bool(settings.GOVLAB_ELASTICSEARCH_URL)


@cache
def cluster() -> Elasticsearch:
    """Return the client for searches."""
    return Elasticsearch(
        settings.GOVLAB_ELASTICSEARCH_URL,
        api_key=settings.GOVLAB_ELASTICSEARCH_API_KEY or None,
        request_timeout=settings.GOVLAB_ELASTICSEARCH_TIMEOUT_MS / 1000,
        max_retries=0,
        retry_on_timeout=False,
    )


def patient_cluster() -> Elasticsearch:
    """Return the client for background work, on the same connections."""
    return cluster().options(request_timeout=PATIENT_SECONDS)
