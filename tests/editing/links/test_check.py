"""External links are checked politely, and called dead only for a reason."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from govlab.delivery.log import relay
from govlab.editing.links.check import Manners, check_links
from govlab.editing.links.client import Client
from govlab.editing.links.reasons import Reason
from govlab.editing.models import CheckedLink
from tests.factories import make_standard, publish

from .stub import Stub, stub_site


@pytest.fixture
def stub() -> Iterator[Stub]:
    with stub_site() as site:
        yield site


@pytest.fixture
def client_of(stub: Stub) -> Client:
    return Client("GovLabLinkCheck/1.0 (+http://example.lv)", 2, locate=stub.locate)


@pytest.mark.parametrize(
    ("path", "status", "reason"),
    [
        ("/works", 200, ""),
        ("/no-head", 200, ""),
        ("/moved", 200, ""),
        ("/ā b?c=č", 200, ""),
        ("/gone", 404, Reason.STATUS),
        ("/error", 500, Reason.STATUS),
        ("/login", 403, Reason.LOGIN),
        ("/busy", 429, Reason.BUSY),
        ("/loop", None, Reason.REDIRECTS),
        # A redirect to an address within is not followed.
        ("/inside", None, Reason.PRIVATE),
    ],
)
def test_outcomes(
    stub: Stub, client_of: Client, path: str, status: int | None, reason: str
) -> None:
    outcome = client_of.check(stub.url + path)
    assert (outcome.status, outcome.reason) == (status, reason)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1:1/", Reason.PRIVATE),
        ("http://localhost/", Reason.PRIVATE),
        ("http://169.254.169.254/latest/meta-data/", Reason.PRIVATE),
        ("http://[::1]/", Reason.PRIVATE),
        ("http://nav-tada.invalid/", Reason.NO_HOST),
        ("http://piemers.lv:99999/", Reason.INVALID),
        ("http://", Reason.INVALID),
    ],
)
def test_addresses_that_are_not_asked(client_of: Client, url: str, reason: str) -> None:
    assert client_of.check(url).reason == reason


def test_head_first_and_who_asks(stub: Stub, client_of: Client) -> None:
    client_of.check(stub.url + "/works")
    ((method, path, headers),) = stub.asked
    assert (method, path) == ("HEAD", "/works")
    assert headers["User-Agent"].startswith("GovLabLinkCheck")
    assert headers["Host"] == f"piemers.lv:{stub.server_port}"


def links(home: Any, *urls: str) -> Any:
    text = "".join(f'<p><a href="{url}">Saite</a></p>' for url in urls)
    body = json.dumps([{"type": "rich_text", "value": text, "id": "a"}])
    page = publish(make_standard(home, "Saites", body=body))
    relay.drain()
    return page


class Check:
    """A run without waiting, which remembers how long it would have waited."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.pauses: list[float] = []
        self.shown: list[tuple[int, int]] = []

    def __call__(self, **options: Any) -> dict[str, int]:
        manners = Manners(delay=1, retry_pause=30, pause=self.pauses.append)
        return check_links(
            self.client, manners, lambda done, total: self.shown.append((done, total)), **options
        )


@pytest.fixture
def check(home: Any, client_of: Client) -> Check:
    publish(home)
    return Check(client_of)


def test_a_run(home: Any, stub: Stub, check: Check, editor_client: Any) -> None:
    links(home, f"{stub.url}/works#part", f"{stub.url}/gone", f"{stub.url}/login", "mailto:a@b.lv")
    assert check() == {"works": 1, "dead": 1, "unchecked": 1}
    dead = CheckedLink.objects.get(result="dead")
    assert (dead.url, dead.status) == (f"{stub.url}/gone", 404)
    assert check.shown == [(0, 3), (1, 3), (2, 3), (3, 3)]
    # Between requests to the same host, and before each of two further attempts.
    assert check.pauses == [1, 1, 30, 30]
    text = editor_client.get(reverse("govlab_broken_links")).content.decode()
    assert f"{stub.url}/gone" in text
    assert f"{stub.url}/works" not in text
    assert f"{stub.url}/login" not in text


def test_what_works_at_the_third_attempt(home: Any, stub: Stub, check: Check) -> None:
    links(home, f"{stub.url}/flaky")
    # Each attempt that fails asks by HEAD and by GET.
    assert check() == {"works": 1}


def test_a_site_that_is_down_is_dead_a_day_later(home: Any, stub: Stub, check: Check) -> None:
    links(home, f"{stub.url}/error")
    assert check() == {"doubtful": 1}
    since = CheckedLink.objects.get().failing_since
    with time_machine.travel(timezone.now() + timedelta(days=2), tick=False):
        assert check() == {"dead": 1}
    row = CheckedLink.objects.get()
    assert (row.failing_since, row.failures) == (since, 2)


def test_robots_are_respected_and_read_once(home: Any, stub: Stub, check: Check) -> None:
    stub.robots = b"User-agent: *\nDisallow: /closed/\n"
    links(home, f"{stub.url}/closed/a", f"{stub.url}/works", f"{stub.url}/closed/b")
    assert check() == {"works": 1, "unchecked": 2}
    assert [path for _method, path, _headers in stub.asked] == ["/robots.txt", "/works"]


def test_links_that_are_gone_are_forgotten(home: Any, stub: Stub, check: Check) -> None:
    page = links(home, f"{stub.url}/gone")
    check()
    page.body = []
    publish(page)
    relay.drain()
    assert check() == {}
    assert not CheckedLink.objects.exists()


def test_what_worked_lately_is_not_asked_again(home: Any, stub: Stub, check: Check) -> None:
    links(home, f"{stub.url}/works", f"{stub.url}/gone")
    check()
    stub.asked.clear()
    assert check(recheck_after=timedelta(days=1)) == {"dead": 1}
    assert "/works" not in [path for _method, path, _headers in stub.asked]
