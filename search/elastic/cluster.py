"""The client of the cluster that the settings name."""

from functools import cache

from django.conf import settings
from elasticsearch import Elasticsearch


@cache
def cluster() -> Elasticsearch | None:
    """None where no cluster is configured. It never retries: the database answers instead."""
    if not settings.GOVLAB_ELASTICSEARCH_URL:
        return None
    return Elasticsearch(
        settings.GOVLAB_ELASTICSEARCH_URL,
        api_key=settings.GOVLAB_ELASTICSEARCH_API_KEY or None,
        request_timeout=settings.GOVLAB_ELASTICSEARCH_TIMEOUT_MS / 1000,
        max_retries=0,
        retry_on_timeout=False,
    )
