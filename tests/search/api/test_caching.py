"""A process gives an answer again only while it would come out the same."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from govlab.delivery.log import relay
from govlab.delivery.models import ConsumerCursor
from search.api import router
from search.engines.base import SETTLED
from search.models import SearchSynonym, SynonymKind, ZeroResultQuery
from tests.factories import make_standard, publish
from tests.search.indexed import bring_up_to_date

SEARCH = "/api/v1/search"


def settle() -> None:
    bring_up_to_date()
    ConsumerCursor.objects.update(moved_at=timezone.now() - 2 * SETTLED)


@pytest.fixture
def page(home: Any) -> Any:
    page = publish(make_standard(home, title="Saprotama vēstule"))
    settle()
    return page


def titles(client: Client, q: str) -> list[str]:
    answer = client.get(SEARCH, {"q": q, "locale": "lv"})
    return [item["document"]["title"] for item in answer.json()["items"]]


def queries(client: Client, q: str, path: str = SEARCH) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path, {"q": q, "locale": "lv"}).status_code == 200
    return len(captured)


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize("path", [SEARCH, "/api/v1/suggest"])
def test_a_cached_response_costs_one_query(client: Client, path: str) -> None:
    assert queries(client, "vēst" if "suggest" in path else "vēstule", path) > 1
    assert queries(client, "vēst" if "suggest" in path else "vēstule", path) == 1


def test_a_publication_ends_it(client: Client, page: Any) -> None:
    assert titles(client, "vēstule") == ["Saprotama vēstule"]
    page.title = "Vēstule citādi"
    publish(page)
    settle()
    assert titles(client, "vēstule") == ["Vēstule citādi"]


def test_what_editors_decide_ends_it(client: Client, page: Any) -> None:
    assert titles(client, "vēstule") == ["Saprotama vēstule"]
    publish(make_standard(page.get_parent(), title="Raksts"))
    settle()
    assert titles(client, "vēstule") == ["Saprotama vēstule"]
    SearchSynonym.objects.create(locale="lv", kind=SynonymKind.EQUAL, words="vēstule\nraksts")
    relay.drain()
    assert set(titles(client, "vēstule")) == {"Saprotama vēstule", "Raksts"}


def test_an_answer_of_an_index_that_is_behind_is_not_kept(client: Client, page: Any) -> None:
    publish(make_standard(page.get_parent(), title="Otra vēstule"))
    relay.drain()
    assert titles(client, "vēstule") == ["Saprotama vēstule"]
    settle()
    assert set(titles(client, "vēstule")) == {"Saprotama vēstule", "Otra vēstule"}


def test_what_was_indexed_a_moment_ago_may_not_show_yet(client: Client, page: Any) -> None:
    ConsumerCursor.objects.update(moved_at=timezone.now() - timedelta(seconds=1))
    assert titles(client, "vēstule")
    assert queries(client, "vēstule") > 1


@pytest.mark.usefixtures("page")
def test_it_ends_by_itself(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(router, "CACHE_SECONDS", 0.0)
    assert titles(client, "vēstule")
    assert queries(client, "vēstule") > 1


@pytest.mark.usefixtures("page")
def test_queries_without_an_answer_are_counted_for_each_client(client: Client) -> None:
    for address in ("192.0.2.1", "192.0.2.2", "192.0.2.2"):
        client.defaults["REMOTE_ADDR"] = address
        assert titles(client, "kosmodroms") == []
    assert ZeroResultQuery.objects.get().count == 2


def test_quotes_and_exclusions_have_responses_of_their_own(client: Client, home: Any) -> None:
    for title in ("Vēstule skolai", "Skolai vēstule", "Vēstule"):
        publish(make_standard(home, title=title))
    settle()
    for _ in range(2):
        assert len(titles(client, "vēstule skolai")) == 3
        assert titles(client, '"vēstule skolai"') == ["Vēstule skolai"]
        assert titles(client, "vēstule -skolai") == ["Vēstule"]
        assert titles(client, "vēstule - skolai") == titles(client, "vēstule skolai")
