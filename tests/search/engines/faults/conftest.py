"""A real Elasticsearch of these tests' own, which they may kill, pause and start again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from govlab.delivery.models import Document
from search import service
from search.engines import failover
from search.engines.circuit_breaker import CircuitBreaker
from search.engines.elastic import cluster as clients
from search.engines.elastic import indices
from tests.search.served import follow
from tests.waiting import timed
from tools import elasticsearch as servers

from . import gateway
from .gateway import Gateway

__all__ = ["follow"]

TIMEOUT_MS = 1500
# What the database, Django and a busy machine may take on top of it.
ALLOWANCE = 1.5
# The worker's patience with a cluster that hangs, so that tests need not have more.
PATIENCE = 2.0


@pytest.fixture(scope="session")
def started_node() -> Iterator[servers.Node]:
    if servers.problem():
        pytest.skip("only ELASTICSEARCH_URL serves here; this machine cannot start a node")
    with servers.private_node(memory="512m", java_options=servers.SHORT_LIVED) as node:
        yield node
    assert not servers.answers(node.url), "a private node is gone after"


@pytest.fixture
def node(started_node: servers.Node) -> Iterator[servers.Node]:
    """Whatever a test does to it, the next one has it sound."""
    yield started_node
    started_node.resume()
    if not servers.answers(started_node.url):
        started_node.restart()


@pytest.fixture
def elasticsearch(
    node: servers.Node,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    django_db_setup: None,
) -> Iterator[Elasticsearch]:
    """It answers searches, with nothing in it yet."""
    settings.GOVLAB_SEARCH_ENGINE = "elasticsearch"
    settings.GOVLAB_ELASTICSEARCH_URL = node.url
    settings.GOVLAB_ELASTICSEARCH_TIMEOUT_MS = TIMEOUT_MS
    monkeypatch.setattr(clients, "PATIENT_SECONDS", PATIENCE)
    monkeypatch.setattr(failover, "breaker", CircuitBreaker(60))
    clients.cluster.cache_clear()
    with Elasticsearch(node.url, request_timeout=60) as client:
        yield client
        node.resume()
        if not servers.answers(node.url):
            node.restart()
        left = list(client.indices.get(index=f"{indices.alias('*')}*"))
        for name in left:
            client.indices.put_settings(index=name, settings={"index.blocks.read_only": None})
        indices.remove(client, left)
    clients.cluster().close()
    clients.cluster.cache_clear()


@dataclass(frozen=True)
class Fault:
    begin: Callable[[], None]
    end: Callable[[], None]


@pytest.fixture(params=["refusing", "hanging"])
def fault(request: pytest.FixtureRequest, reached: Gateway, node: servers.Node) -> Fault:
    """What the site sees of a node that fails."""
    if request.param == "refusing":
        return Fault(reached.refuse, reached.accept)
    return Fault(node.pause, node.resume)


@pytest.fixture
def reached(elasticsearch: Elasticsearch, node: servers.Node, settings: Any) -> Iterator[Gateway]:
    """The site reaches the node through it."""
    with gateway.before(node.port) as stands_before:
        settings.GOVLAB_ELASTICSEARCH_URL = stands_before.url
        clients.cluster.cache_clear()
        yield stands_before
        node.resume()
        clients.cluster().close()
        clients.cluster.cache_clear()


@dataclass(frozen=True)
class Found:
    pages: list[int]
    engine: str
    degraded: bool
    seconds: float


def ask(text: str, locale: str = "lv") -> Found:
    """As the search page and other portals ask."""
    response, seconds = timed(
        lambda: service.search(text, locale, {}, page=1, size=20, client="192.0.2.1")
    )
    pages = list(response.results.pages)
    return Found(pages, response.engine, response.degraded, seconds)


def assert_from_the_database(text: str, *pages: int, within: float = ALLOWANCE) -> None:
    found = ask(text)
    assert (found.engine, found.degraded) == ("database", True)
    assert sorted(found.pages) == sorted(pages)
    assert found.seconds < within


def assert_from_elasticsearch(text: str, *pages: int) -> None:
    found = ask(text)
    assert (found.engine, found.degraded) == ("elasticsearch", False)
    assert sorted(found.pages) == sorted(pages)


def indexed(client: Elasticsearch) -> dict[tuple[str, int], int]:
    """The sequence of every entry that readers' indices hold."""
    held = {}
    for locale in indices.LOCALES:
        index = indices.alias(locale)
        client.indices.refresh(index=index)
        answer = client.search(index=index, size=10_000, source=["page_id", "sequence"])
        for hit in answer["hits"]["hits"]:
            assert hit["_id"] == str(hit["_source"]["page_id"])
            held[locale, hit["_source"]["page_id"]] = hit["_source"]["sequence"]
    return held


def public() -> dict[tuple[str, int], int]:
    """What it has to hold, as the log has it."""
    rows = Document.objects.filter(live=True).values_list("locale", "page_id", "sequence")
    return {(locale, page): sequence for locale, page, sequence in rows}
