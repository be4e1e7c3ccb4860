import datetime as dt
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test import Client

from govlab.delivery.log import consumers
from govlab.delivery.operations import health
from tests.factories import make_standard


def test_alive_without_a_database(client: Client) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}


@pytest.mark.django_db
def test_ready_reports_a_worker_that_was_never_seen(client: Client) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["worker"] == {"seen_at": None, "lag_seconds": None}


@pytest.mark.django_db
def test_ready_reports_the_workers_lag(client: Client) -> None:
    with time_machine.travel(dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC), tick=False) as clock:
        call_command("run_worker", "--once")
        clock.shift(42)
        assert client.get("/readyz").json()["worker"]["lag_seconds"] == 42.0


def test_ready_reports_what_waits_and_who_is_behind(client: Client, home: Any) -> None:
    make_standard(home)
    assert client.get("/readyz").json()["log"]["waiting"] > 0
    call_command("run_worker", "--once")
    log = client.get("/readyz").json()["log"]
    assert (log["head"], log["waiting"], log["failing"]) == (2, 0, 0)
    assert log["behind"] == {"search-database": 0}
    assert log["in_error"] == []
    consumers.note_error("search-database", RuntimeError("with an address in it"))
    said = client.get("/readyz")
    assert (said.status_code, said.json()["log"]["in_error"]) == (200, ["search-database"])
    assert b"address" not in said.content


@pytest.mark.django_db
def test_rooms_report_and_a_broken_report_fails_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "_reports", {})
    health.register("sound", lambda: {"answers": "yes"})
    health.register("broken", lambda: {"answers": 1 // 0})
    said = client.get("/readyz").json()
    assert said["status"] == "ready"
    assert (said["sound"], said["broken"]) == ({"answers": "yes"}, {"error": "ZeroDivisionError"})


@pytest.mark.django_db
def test_not_ready_without_a_database(client: Client) -> None:
    with patch.object(connection, "cursor", side_effect=DatabaseError):
        answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["database"]) == (503, "down")


def test_worker_publishes_what_is_due(home: Any) -> None:
    page = make_standard(home, live=False)
    with time_machine.travel(dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC), tick=False) as clock:
        page.go_live_at = dt.datetime(2026, 3, 1, 13, tzinfo=dt.UTC)
        page.save_revision().publish()
        call_command("run_worker", "--once")
        page.refresh_from_db()
        assert not page.live
        clock.shift(dt.timedelta(hours=2))
        call_command("run_worker", "--once")
        page.refresh_from_db()
        assert page.live
