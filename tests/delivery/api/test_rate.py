"""How much one client may ask."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from govlab.limits import rates


@pytest.fixture
def few(settings: Any, db: None) -> Any:
    settings.GOVLAB_API_REQUESTS_PER_MINUTE = 2
    with time_machine.travel("2026-03-01T12:00:10Z", tick=False) as clock:
        yield clock


def statuses(client: Client, number: int, **extra: Any) -> list[int]:
    return [client.get("/api/v1/", **extra).status_code for _ in range(number)]


def test_too_many_are_told_when_to_come_back(client: Client, few: Any) -> None:
    assert statuses(client, 2) == [200, 200]
    answer = client.get("/api/v1/")
    assert (answer.status_code, answer["Retry-After"]) == (429, "50")
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    few.shift(50)
    assert statuses(client, 1) == [200]


def test_each_client_by_itself(client: Client, few: Any) -> None:
    assert statuses(client, 3, REMOTE_ADDR="10.0.0.1") == [200, 200, 429]
    assert statuses(client, 1, REMOTE_ADDR="10.0.0.2") == [200]


def test_a_header_that_anybody_can_send_names_nobody(client: Client, few: Any) -> None:
    forged = [
        client.get("/api/v1/", headers={"X-Forwarded-For": f"10.0.0.{number}"}).status_code
        for number in range(3)
    ]
    assert forged == [200, 200, 429]


def test_behind_our_proxy_its_word_counts(client: Client, few: Any, settings: Any) -> None:
    settings.GOVLAB_TRUSTED_PROXIES = 1
    for number in range(3):
        headers = {"X-Forwarded-For": f"forged, 10.0.0.{number}"}
        assert client.get("/api/v1/", headers=headers).status_code == 200
    again = [
        client.get("/api/v1/", headers={"X-Forwarded-For": f"forged-{number}, 10.0.0.9"})
        for number in range(3)
    ]
    assert [answer.status_code for answer in again] == [200, 200, 429]


def test_no_limit(client: Client, few: Any, settings: Any) -> None:
    settings.GOVLAB_API_REQUESTS_PER_MINUTE = 0
    assert statuses(client, 3) == [200] * 3


def test_without_the_shared_cache_the_process_counts(
    client: Client, few: Any, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",  # where nobody listens
        }
    }
    rates._own.clear()
    assert statuses(client, 3) == [200, 200, 429]
    assert "The cache does not answer" in caplog.text
