"""While Elasticsearch fails, readers are answered by the database, in time, and are told so."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from govlab.delivery.models import ConsumerCursor
from search import service
from search.engines import failover
from search.engines.circuit_breaker import CircuitBreaker
from search.engines.elastic import indices
from tests.factories import make_standard, publish
from tests.search.served import Follow
from tests.waiting import timed, wait_for
from tools.elasticsearch import Node

from .conftest import (
    ALLOWANCE,
    TIMEOUT_MS,
    Fault,
    ask,
    assert_from_elasticsearch,
    assert_from_the_database,
)
from .gateway import Gateway

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]

IN_TIME = TIMEOUT_MS / 1000 + ALLOWANCE


def shown(client: Client, text: str) -> list[str]:
    """Titles on the search page."""
    answer = client.get("/lv/meklet/", {"q": text})
    assert answer.status_code == 200
    soup = BeautifulSoup(answer.content, "html.parser")
    return [title.get_text() for title in soup.select(".result__title")]


def test_in_time_then_at_once_then_as_before(
    client: Client, follow: Follow, home: Any, fault: Fault
) -> None:
    page = publish(make_standard(publish(home), title="Prototips"))
    follow()
    assert_from_elasticsearch("prototipi", page.pk)
    assert shown(client, "prototipi") == ["Prototips"]

    fault.begin()
    assert_from_the_database("prototipi", page.pk, within=IN_TIME)
    # Nobody else waits for a server that has just failed.
    assert_from_the_database("prototipi", page.pk, within=TIMEOUT_MS / 1000)
    assert client.get("/readyz").json()["search"]["active_engine"] == "database"
    # The page, too, is the first to find out, and then one that need not.
    failover.breaker = CircuitBreaker(60)
    for within in (IN_TIME, TIMEOUT_MS / 1000):
        titles, seconds = timed(lambda: shown(client, "prototipi"))
        assert titles == ["Prototips"]
        assert seconds < within

    fault.end()
    assert_from_the_database("prototipi", page.pk)  # The rest is not over.
    failover.breaker = CircuitBreaker(0.1)
    failover.breaker.failed("as before")
    wait_for(lambda: ask("prototipi").engine == "elasticsearch")
    assert_from_elasticsearch("prototipi", page.pk)
    assert client.get("/readyz").json()["search"]["active_engine"] == "elasticsearch"
    assert shown(client, "prototipi") == ["Prototips"]


QUERIES: dict[str, Callable[[], Any]] = {
    "suggestions": lambda: failover.run(lambda engine: engine.suggest("prot", "lv", 5)),
    "a query that asks for corrections and other languages": lambda: ask("prototpis"),
}


@pytest.mark.parametrize("query", QUERIES)
def test_every_kind_of_query_is_in_time(follow: Follow, node: Node, home: Any, query: str) -> None:
    publish(make_standard(publish(home), title="Prototips"))
    follow()
    node.pause()
    answered, seconds = timed(lambda: QUERIES[query]())
    assert (answered.engine, answered.degraded) == ("database", True)
    assert seconds < IN_TIME


def test_a_server_that_hangs_between_two_steps_of_an_answer(
    follow: Follow, node: Node, home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(make_standard(publish(home), title="Prototips"))
    follow()
    original = service.proposed

    def hang(text: str, locale: str) -> Any:
        """The correction of a word of the language is looked up after the search, and searched for
        in a second step."""
        node.pause()
        return replace(original("prototpis", locale), text="prototips")

    monkeypatch.setattr(service, "proposed", hang)
    found = ask("mājas")
    assert (found.engine, found.degraded, found.pages) == ("database", True, [])
    assert found.seconds < IN_TIME


def test_the_index_says_why_it_stands_still_and_catches_up(
    client: Client, follow: Follow, home: Any, fault: Fault, reached: Gateway
) -> None:
    home = publish(home)
    old = publish(make_standard(home, title="Prototips"))
    follow()
    fault.begin()
    new = publish(make_standard(home, title="Prototipi"))
    done, seconds = timed(follow)
    assert not done
    assert seconds < 3 * ALLOWANCE + 2, "it holds up the worker no longer than its patience"
    error = ConsumerCursor.objects.get(name=indices.CONSUMER).error
    assert error.startswith("Connection")
    assert_from_the_database("prototips", old.pk, new.pk)
    said = client.get("/readyz").json()
    assert said["status"] == "ready"
    assert said["log"]["in_error"] == [indices.CONSUMER]
    assert (said["search"]["engine"], said["search"]["active_engine"]) == (
        "elasticsearch",
        "database",
    )
    assert "Connection" in said["search"]["reason"]
    assert reached.url.removeprefix("http://") not in str(said), "addresses are nobody's business"

    fault.end()
    failover.breaker = CircuitBreaker(0)
    assert wait_for(follow)
    assert_from_elasticsearch("prototips", old.pk, new.pk)
    assert ConsumerCursor.objects.get(name=indices.CONSUMER).error == ""
