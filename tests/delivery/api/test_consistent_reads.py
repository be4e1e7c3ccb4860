"""A response of several queries never mixes what was before a change with what came after it."""

from typing import Any

import pytest
from django.db import connection
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from wagtail.contrib.redirects.models import Redirect

from govlab.delivery.api.consistent_reads import ATTEMPTS, consistent_response
from govlab.delivery.api.response_cache import response_cache
from govlab.delivery.api.responses import CacheableResponse, log_state
from govlab.delivery.log import relay
from govlab.delivery.models import Document, Head
from tests.factories import make_standard, make_topic


class View:
    """Makes responses of several queries, with changes committed between them."""

    def __init__(
        self, changes: int, queries: int = 2, kind: type[HttpResponse] = CacheableResponse
    ) -> None:
        self.changes = changes
        self.queries = queries
        self.kind = kind
        self.calls = 0

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.calls += 1
        for _ in range(self.queries):
            list(Document.objects.values_list("pk"))
        if self.calls <= self.changes:
            _move_head()
        return self.kind(str(log_state(request).revision))


def _move_head() -> None:
    Head.objects.update(revision=F("revision") + 1)


@pytest.fixture
def request_(home: Any) -> HttpRequest:
    return RequestFactory().get("/api/v1/")


@pytest.mark.parametrize("changes", [0, 1, ATTEMPTS - 1, ATTEMPTS, ATTEMPTS + 3])
def test_made_again_until_nothing_changed(request_: HttpRequest, changes: int) -> None:
    view = View(changes)
    state, response = consistent_response(request_, Head.current(), view)
    assert response.content.decode() == str(state.revision)
    assert view.calls == min(changes, ATTEMPTS) + 1


@pytest.mark.parametrize("status", [404, 410])
def test_so_are_problems_that_say_what_is_not_there(request_: HttpRequest, status: int) -> None:
    view = View(1, kind=lambda content: HttpResponse(content, status=status))  # type: ignore[arg-type]
    assert consistent_response(request_, Head.current(), view)[1].status_code == status
    assert view.calls == 2


def test_what_counts_its_requests_is_made_once(request_: HttpRequest) -> None:
    view = View(1, kind=HttpResponse)
    consistent_response(request_, Head.current(), view)
    assert view.calls == 1


def test_a_group_withdrawn_between_two_reads_is_never_empty(
    api: Any, home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is withdrawn at whichever query, the response is of before or of after."""
    page = make_standard(home)
    address = f"groups/{page.translation_key}"
    etag = api.get(address)["ETag"]
    response_cache.clear()
    executed = 0

    def withdraw(execute: Any, sql: str, *arguments: Any) -> Any:
        nonlocal executed
        result = execute(sql, *arguments)
        if "delivery_document" in sql and not executed:
            executed += 1
            page.unpublish()
            relay.drain()
        return result

    relay.drain()
    with connection.execute_wrapper(withdraw):
        response = api.client.get(f"/api/v1/{address}", headers={"If-None-Match": etag + "x"})
    assert executed
    assert response.status_code in (200, 410)
    assert response.status_code == 410 or response.json()["documents"]


def test_a_redirect_is_served_from_its_commit_on(api: Any, home: Any) -> None:
    """While its mark still waits for the relay."""
    address = "pages/by-path?path=/lv/vecais/"
    api.get(address, 404)
    page = make_standard(home)
    api.get(f"pages/{page.pk}")
    redirect = Redirect.add_redirect("/lv/vecais/", page, is_permanent=True)
    assert api.client.get(f"/api/v1/{address}").json()["redirect_to"]["id"] == page.pk
    redirect.redirect_page, redirect.redirect_link = None, "https://example.org/"
    redirect.save()
    target = api.client.get(f"/api/v1/{address}").json()["redirect_to"]
    assert (target["id"], target["url"]) == (None, "https://example.org/")
    redirect.delete()
    assert api.client.get(f"/api/v1/{address}").status_code == 404


def test_terms_are_served_from_their_commit_on(api: Any, home: Any) -> None:
    address = "terms/topic?locale=lv"
    topic = make_topic("Dati")
    assert [term["name"] for term in api.json(address)["items"]] == ["Dati"]
    topic.name = "Atvērtie dati"
    topic.save()
    response = api.client.get(f"/api/v1/{address}")
    assert [term["name"] for term in response.json()["items"]] == ["Atvērtie dati"]
    topic.delete()
    assert api.client.get(f"/api/v1/{address}").json()["items"] == []


def test_a_state_never_comes_back(home: Any) -> None:
    """Neither when a mark is relayed nor when it is undone by another."""
    relay.drain()
    seen = [Head.current()]
    redirect = Redirect.objects.create(old_path="/lv/a", redirect_link="/lv/")
    seen.append(Head.current())
    redirect.delete()
    seen.append(Head.current())
    relay.drain()
    seen.append(Head.current())
    assert len(set(seen)) == len(seen)
