"""What /readyz says of search without asking any cluster."""

from typing import Any

import pytest

from govlab.delivery.models import ConsumerCursor
from search.engines import failover
from search.engines.circuit_breaker import CircuitBreaker
from search.engines.elastic import indices
from search.engines.status import report
from search.models import SearchIndex

pytestmark = pytest.mark.django_db


@pytest.fixture
def built(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.GOVLAB_SEARCH_ENGINE = "elasticsearch"
    monkeypatch.setattr(failover, "breaker", CircuitBreaker(60))
    for locale in indices.LOCALES:
        SearchIndex.objects.create(locale=locale, name=f"one-{locale}")


def test_the_database_as_it_was_meant() -> None:
    assert report() == {"engine": "database", "active_engine": "database"}


def test_elasticsearch_as_it_was_meant(built: None) -> None:
    assert report() == {"engine": "elasticsearch", "active_engine": "elasticsearch"}


def test_no_index_yet(built: None) -> None:
    SearchIndex.objects.filter(locale="en").delete()
    assert report()["active_engine"] == "database"
    assert report()["reason"] == "The index was not built yet."


def test_an_index_that_does_not_follow_and_no_address(built: None) -> None:
    ConsumerCursor.objects.create(name=indices.CONSUMER, error="ConnectionError: es.internal:9200")
    assert report()["active_engine"] == "database"
    assert report()["reason"].endswith("ConnectionError")


def test_a_server_that_has_just_failed(built: None) -> None:
    failover.breaker.failed("ConnectionTimeout: es.internal:9200")
    assert report()["active_engine"] == "database"
    assert report()["reason"] == "The last request failed: ConnectionTimeout"
    failover.breaker.succeeded()
    assert report()["active_engine"] == "elasticsearch"
