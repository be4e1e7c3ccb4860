"""Fixtures: the project's own indices on a real server, gone after each test."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from govlab.delivery.log import consumers, relay
from search.engines import failover
from search.engines.elastic import consumer, indices
from search.engines.elastic.cluster import cluster

Follow = Callable[[], bool]


@pytest.fixture
def elasticsearch(
    settings: Any, cluster_client: Elasticsearch, django_db_setup: None
) -> Iterator[Elasticsearch]:
    """Elasticsearch answers, with nothing in it yet."""
    settings.GOVLAB_SEARCH_ENGINE = "elasticsearch"
    failover.breaker.succeeded()
    yield cluster_client
    failover.breaker.succeeded()
    cluster.cache_clear()
    left = cluster_client.indices.get(
        index=[f"{indices.alias(locale)}-*" for locale in indices.LOCALES]
    )
    indices.remove(cluster_client, list(left))


@pytest.fixture
def follow(elasticsearch: Elasticsearch, monkeypatch: pytest.MonkeyPatch) -> Follow:
    """What the worker does between a publication and a search; False where the index failed."""
    following = consumer.make()
    others = consumers.registered()
    registered = {each.name: each for each in (*others, following)}
    monkeypatch.setattr(consumers, "_consumers", registered)

    def follow() -> bool:
        relay.drain()
        for other in others:
            consumers.advance(other)
        done = consumers.advance(following)
        if done:
            elasticsearch.indices.refresh(index=list(indices.aliases().values()))
        return done

    return follow
