"""What /readyz says of search without asking any cluster."""

from typing import Any

import pytest

from govlab.delivery.models import ConsumerCursor
from search import choice
from search.breaker import Breaker
from search.elastic import indices
from search.models import SearchIndex
from search.state import state

pytestmark = pytest.mark.django_db


@pytest.fixture
def built(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.GOVLAB_SEARCH_ENGINE = "elasticsearch"
    monkeypatch.setattr(choice, "breaker", Breaker(60))
    for locale in indices.LOCALES:
        SearchIndex.objects.create(locale=locale, name=f"one-{locale}", dictionaries=True)


def test_the_database_as_it_was_meant() -> None:
    assert state() == {"engine": "database", "answers": "database"}


def test_elasticsearch_as_it_was_meant(built: None) -> None:
    assert state() == {
        "engine": "elasticsearch",
        "answers": "elasticsearch",
        "dictionaries": True,
    }


def test_no_index_yet(built: None) -> None:
    SearchIndex.objects.filter(locale="en").delete()
    assert state()["answers"] == "database"
    assert state()["why"] == "The index was not built yet."


def test_an_index_that_does_not_follow_and_no_address(built: None) -> None:
    ConsumerCursor.objects.create(name=indices.CONSUMER, error="ConnectionError: es.internal:9200")
    assert state()["answers"] == "database"
    assert state()["why"].endswith("ConnectionError")


def test_a_server_that_has_just_failed(built: None) -> None:
    choice.breaker.failed("ConnectionTimeout: es.internal:9200")
    assert state()["answers"] == "database"
    assert state()["why"] == "It failed when it was last asked: ConnectionTimeout"
    choice.breaker.succeeded()
    assert state()["answers"] == "elasticsearch"
