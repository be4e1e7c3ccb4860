"""Editors publish while Elasticsearch fails: nobody waits, and nothing is lost."""

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest
from django.test import Client
from elasticsearch import Elasticsearch

from govlab.delivery.log import consumers
from govlab.delivery.models import ConsumerCursor, Head, Mark
from govlab.delivery.operations import worker
from search.engines import failover
from search.engines.circuit_breaker import CircuitBreaker
from search.engines.elastic import consumer, indices
from tests.delivery.log import admin
from tests.factories import make_standard, publish, translate_page
from tests.running_worker import running
from tests.second_process import needs_database_server
from tests.second_thread import beside
from tests.waiting import timed, wait_for
from tools.elasticsearch import Node

from .conftest import ALLOWANCE, TIMEOUT_MS, Found, ask, indexed, public
from .gateway import Gateway

pytestmark = [
    pytest.mark.elasticsearch,
    pytest.mark.django_db(transaction=True),
    needs_database_server,
]

# From where the node's disk counts, too.
FAULTS: dict[str, tuple[Callable[[Node], None], Callable[[Node], None]]] = {
    "killed": (Node.kill, Node.restart),
    "hanging": (Node.pause, Node.resume),
}
# For one press of “publish”, from the request to the answer.
AN_EDITORS_PATIENCE = 5.0
# From a publication to its being found.
A_MOMENT = 5.0


@pytest.fixture
def site(elasticsearch: Elasticsearch, home: Any) -> Any:
    home = publish(home)
    translate_page(home, title="Home")
    return home


@pytest.fixture
def running_worker(
    site: Any, elasticsearch: Elasticsearch, monkeypatch: pytest.MonkeyPatch, node: Node
) -> Iterator[None]:
    """It has built the indices; it leads its consumers along, with shorter rests after failures."""
    monkeypatch.setattr(worker, "LONGEST_PAUSE", 2.0)
    with running(*consumers.registered(), consumer.make()):
        try:
            wait_for(lambda: up_to_date(elasticsearch), 30)
            yield
        finally:
            node.resume()


def up_to_date(client: Elasticsearch) -> bool:
    """Whether readers' indices hold all that editors have done. The log may not have it yet."""
    if Mark.objects.exists():
        return False
    cursors = ConsumerCursor.objects.filter(error="", sequence=Head.current().sequence)
    return cursors.filter(name=indices.CONSUMER).exists() and indexed(client) == public()


class Newsroom:
    """An editor at work, and how long the slowest press of a button took."""

    def __init__(self, client: Client, home: Any) -> None:
        self.client = client
        self.home = home
        self.slowest = 0.0
        self.done = 0

    def publish(self, title: str) -> Any:
        page = make_standard(self.home, title=title, live=False)
        return self._timed(lambda: admin.publish(self.client, page, title=title))

    def change(self, page: Any, title: str) -> Any:
        return self._timed(lambda: admin.publish(self.client, page, title=title))

    def withdraw(self, page: Any) -> None:
        self._timed(lambda: admin.unpublish(self.client, page))

    def _timed(self, act: Callable[[], Any]) -> Any:
        result, seconds = timed(act)
        self.slowest = max(self.slowest, seconds)
        self.done += 1
        return result


@pytest.fixture
def newsroom(editor_client: Client, site: Any) -> Newsroom:
    return Newsroom(editor_client, site)


@pytest.mark.parametrize("fault", FAULTS)
def test_editors_notice_nothing_and_nothing_is_lost(
    elasticsearch: Elasticsearch,
    node: Node,
    running_worker: None,
    newsroom: Newsroom,
    client: Client,
    fault: str,
) -> None:
    kept = newsroom.publish("Prototips")
    changed = newsroom.publish("Prototips")
    gone = newsroom.publish("Prototips")
    wait_for(lambda: up_to_date(elasticsearch))

    begin, end = FAULTS[fault]
    begin(node)
    newsroom.slowest = 0
    new = [newsroom.publish("Prototips") for _ in range(4)]
    newsroom.change(changed, "Darbnīca")
    newsroom.withdraw(gone)
    briefly = newsroom.publish("Prototips")
    newsroom.withdraw(briefly)
    assert newsroom.slowest < AN_EDITORS_PATIENCE
    expected = sorted(page.pk for page in [kept, *new])

    def found() -> Found | None:
        answer = ask("prototips")
        return answer if sorted(answer.pages) == expected else None

    answer = wait_for(found, A_MOMENT)
    assert (answer.engine, answer.degraded) == ("database", True)
    assert ask("darbnīcas").pages == [changed.pk]
    wait_for(lambda: ConsumerCursor.objects.get(name=indices.CONSUMER).error)

    def log() -> Any:
        return client.get("/readyz").json()["log"]

    wait_for(lambda: log()["waiting"] == log()["behind"]["search-database"] == 0, A_MOMENT)
    assert log()["behind"][indices.CONSUMER] > 0

    end(node)
    wait_for(lambda: up_to_date(elasticsearch), 60)
    assert indexed(elasticsearch) == public()
    failover.breaker = CircuitBreaker(0)
    answer = ask("prototips")
    assert (answer.engine, answer.degraded, sorted(answer.pages)) == (
        "elasticsearch",
        False,
        expected,
    )


def test_through_everything(
    elasticsearch: Elasticsearch,
    node: Node,
    reached: Gateway,
    running_worker: None,
    newsroom: Newsroom,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Unreachable, hung, killed and started again while editors publish and readers search."""
    monkeypatch.setattr(failover, "breaker", CircuitBreaker(0.5))
    over = Event()
    searches: list[Found] = []

    def read() -> None:
        while not over.is_set():
            searches.append(ask("prototips"))
            over.wait(0.05)

    def trouble() -> None:
        try:
            for step in (
                node.pause,
                node.resume,
                reached.refuse,
                reached.accept,
                node.pause,
                node.resume,
            ):
                step()
                done = newsroom.done
                wait_for(lambda done=done: newsroom.done >= done + 3, 60)  # type: ignore[misc]
            node.kill()
            reached.refuse()
            node.restart()
            reached.accept()
        finally:
            over.set()

    pages: list[Any] = []
    with beside(read, patience=120), beside(trouble, patience=120):
        while not over.is_set():
            pages.append(newsroom.publish("Prototips"))
            if len(pages) % 3 == 0:
                newsroom.withdraw(pages.pop(0))
            if len(pages) % 4 == 0:
                newsroom.change(pages[0], "Prototips mainīts")
    assert newsroom.slowest < AN_EDITORS_PATIENCE
    assert max(found.seconds for found in searches) < TIMEOUT_MS / 1000 + ALLOWANCE
    assert {found.engine for found in searches} == {"elasticsearch", "database"}
    assert all(found.degraded == (found.engine == "database") for found in searches)
    wait_for(lambda: up_to_date(elasticsearch), 60)
    assert indexed(elasticsearch) == public()
    shown = ask("prototips").pages
    assert len(shown) == min(20, len(pages))
    assert set(shown) <= {page.pk for page in pages}
