"""The clients of the configured cluster. Neither retries.

Searches fail over to the database instead, and writes are repeated by their consumer.
"""

from functools import cache, lru_cache

from django.conf import settings
from elasticsearch import Elasticsearch

# Timeouts are rounded down to so many seconds, so that few clients are needed.
STEP_SECONDS = 0.02
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


def cluster_within(seconds: float) -> Elasticsearch:
    """Return the client for a search that may take so long, on the same connections."""
    return _within(cluster(), int(seconds / STEP_SECONDS) or 1)


@lru_cache
def _within(client: Elasticsearch, steps: int) -> Elasticsearch:
    """Making a client takes as long as a statement."""
    return client.options(request_timeout=steps * STEP_SECONDS)


def patient_cluster() -> Elasticsearch:
    """Return the client for background work, on the same connections."""
    return cluster().options(request_timeout=PATIENT_SECONDS)
