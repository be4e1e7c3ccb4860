"""The image's health check asks under a name that the site answers to."""

import pytest

from tools import healthcheck


@pytest.mark.parametrize(
    ("allowed", "host"),
    [
        ("example.org,example.com", "example.org"),
        (".example.org", "example.org"),
        ("*", "localhost"),
        ("", "localhost"),
    ],
)
def test_host(allowed: str, host: str) -> None:
    assert healthcheck.host(allowed) == host
