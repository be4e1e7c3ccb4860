"""Who answers where the engine of the settings does not, and what counts as an outage."""

from typing import Any

import pytest
from elastic_transport import ApiResponseMeta, HttpHeaders, NodeConfig, SerializationError
from elasticsearch import ApiError, ConnectionTimeout
from elasticsearch import ConnectionError as Refused

from search.engines import failover
from search.engines.base import Engine
from search.engines.circuit_breaker import CircuitBreaker
from search.engines.elastic import requests
from search.engines.elastic.readiness import ReadyIndices
from search.models import SearchIndex
from search.query.search_query import SearchQuery


def status(code: int) -> ApiError:
    node = NodeConfig("http", "search", 9200)
    meta = ApiResponseMeta(code, "1.1", HttpHeaders(), 0.1, node)
    return ApiError("search_phase_execution_exception", meta, {})


class Failing:
    """In place of the client: fails as a cluster does."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.asked = 0

    def msearch(self, **_: Any) -> None:
        self.asked += 1
        raise self.error


@pytest.fixture
def ask_twice(db: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """How often the cluster is asked by two readers, one after the other."""
    settings.GOVLAB_SEARCH_ENGINE = "elasticsearch"
    monkeypatch.setattr(failover, "breaker", CircuitBreaker(60))
    index = SearchIndex(locale="lv", name="govlab-lv-1", uuid="1")
    ready = ReadyIndices({"lv": index}, settled=True)
    monkeypatch.setattr(requests, "ready_indices", lambda settled_after: ready)

    def search(asked: Engine) -> Any:
        return asked.search(SearchQuery("slogs", "lv"))

    def ask_twice(error: Exception) -> int:
        failing = Failing(error)
        monkeypatch.setattr(requests, "cluster_within", lambda seconds: failing)
        for _ in range(2):
            answered = failover.run(search)
            assert (answered.engine, answered.degraded) == ("database", True)
        return failing.asked

    return ask_twice


@pytest.mark.parametrize(
    "error",
    [
        *(Refused("refused"), ConnectionTimeout("slow")),
        *(status(500), status(502), status(503), status(504), status(429)),
    ],
    ids=str,
)
def test_a_server_that_fails_is_left_alone(ask_twice: Any, error: Exception) -> None:
    assert ask_twice(error) == 1
    assert failover.breaker.reason


@pytest.mark.parametrize(
    "error", [status(400), status(403), status(413), SerializationError("surrogates")], ids=str
)
def test_a_request_that_is_refused_is_nobody_elses_trouble(
    ask_twice: Any, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    assert ask_twice(error) == 2
    assert not failover.breaker.reason
    assert "refused a request" in caplog.text
