"""Whose requests are counted together."""

from typing import Any

import pytest
from django.test import Client, RequestFactory

from govlab.limits import clients
from govlab.limits.clients import client_of


def who(forwarded: str | None = None, remote: str = "10.0.0.1") -> str:
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return client_of(RequestFactory().get("/", REMOTE_ADDR=remote, **headers))


@pytest.mark.parametrize(
    ("remote", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("::FFFF:C000:0207", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        ("2001:DB8:1:3::1", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", "unknown"),
        ("/run/socket", "unknown"),
    ],
)
def test_addresses(remote: str, client: str) -> None:
    assert who(remote=remote) == client


@pytest.mark.parametrize(
    ("trusted", "forwarded", "client"),
    [
        (0, "192.0.2.7", "10.0.0.1"),
        (1, None, "10.0.0.1"),
        (1, "192.0.2.7", "192.0.2.7"),
        (1, "1.1.1.1, 192.0.2.7", "192.0.2.7"),
        (1, "192.0.2.7,", "10.0.0.1"),
        (1, "unknown", "10.0.0.1"),
        (1, "_hidden", "10.0.0.1"),
        (1, "192.0.2.7:8080", "10.0.0.1"),
        (1, "192.0.2.007", "10.0.0.1"),
        (1, "1.1.1.1, <script>", "10.0.0.1"),
        (1, "2001:db8::1", "2001:db8::/64"),
        (1, "::ffff:192.0.2.7", "192.0.2.7"),
        (2, "192.0.2.7, 10.0.0.2", "192.0.2.7"),
        (2, "1.1.1.1, 192.0.2.7, 10.0.0.2", "192.0.2.7"),
        (2, "192.0.2.7", "10.0.0.1"),
        (1, " , ", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_what_a_proxy_of_ours_says(
    settings: Any, trusted: int, forwarded: str | None, client: str
) -> None:
    settings.GOVLAB_TRUSTED_PROXIES = trusted
    assert who(forwarded) == client


@pytest.mark.parametrize(
    ("trusted", "forwarded", "problem"),
    [
        (0, None, None),
        (0, "192.0.2.7", clients.UNNAMED),
        (1, "192.0.2.7", None),
        (1, None, None),
        (2, "192.0.2.7", clients.UNHEARD),
        (1, "nobody", clients.UNHEARD),
    ],
)
@pytest.mark.parametrize("path", ["/readyz", "/lv/", "/api/v1/"])
def test_readyz_tells_that_the_setting_is_not_as_the_proxies_are(
    client: Client,
    home: Any,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    trusted: int,
    forwarded: str | None,
    problem: str | None,
    path: str,
) -> None:
    monkeypatch.setattr(clients, "_noted_at", float("-inf"))
    settings.GOVLAB_TRUSTED_PROXIES = trusted
    client.get(path, headers={"X-Forwarded-For": forwarded} if forwarded else {})
    told = client.get("/readyz").json()["proxies"]
    assert told == {"trusted": trusted, "problem": problem}
